import { wellFormed } from './pdf-syntax.ts';
import type { PdfMetadata } from './types.ts';

/** The document information dictionary (PDF 32000-1, 14.3.3). The XMP packet says the same. */
export function infoEntries(metadata: PdfMetadata): Readonly<Record<string, string>> {
  const entries: Record<string, string> = { Title: clean(metadata.title) };
  if (metadata.author !== '') entries.Author = clean(metadata.author);
  if (metadata.subject !== '') entries.Subject = clean(metadata.subject);
  if (metadata.keywords.length > 0) entries.Keywords = keywordText(metadata);
  entries.Creator = clean(metadata.creator);
  entries.Producer = clean(metadata.producer);
  entries.CreationDate = pdfDate(metadata.createdAt);
  entries.ModDate = pdfDate(metadata.modifiedAt);
  return entries;
}

/** The metadata packet (ISO 16684-1) with the claims of PDF/A-2a and PDF/UA-1. `lang`: BCP 47. */
export function xmpPacket(metadata: PdfMetadata, lang: string): string {
  const dc = [
    '<dc:format>application/pdf</dc:format>',
    alternative('dc:title', metadata.title),
    list('dc:creator', 'Seq', [metadata.author]),
    alternative('dc:description', metadata.subject),
    list('dc:subject', 'Bag', metadata.keywords),
    list('dc:language', 'Bag', [lang]),
    list('dc:publisher', 'Bag', [metadata.publisher]),
    simple('dc:source', metadata.source ?? ''),
    alternative('dc:rights', metadata.aiNotice),
    list('dc:date', 'Seq', [xmpDate(metadata.createdAt)]),
  ];
  const pdf = [simple('pdf:Producer', metadata.producer), simple('pdf:Keywords', keywordText(metadata))];
  const xmp = [
    simple('xmp:CreatorTool', metadata.creator),
    simple('xmp:CreateDate', xmpDate(metadata.createdAt)),
    simple('xmp:ModifyDate', xmpDate(metadata.modifiedAt)),
    simple('xmp:MetadataDate', xmpDate(metadata.modifiedAt)),
  ];
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    description('dc', 'http://purl.org/dc/elements/1.1/', dc),
    description('pdf', 'http://ns.adobe.com/pdf/1.3/', pdf),
    description('xmp', 'http://ns.adobe.com/xap/1.0/', xmp),
    description('pdfaid', 'http://www.aiim.org/pdfa/ns/id/', [
      '<pdfaid:part>2</pdfaid:part>',
      '<pdfaid:conformance>A</pdfaid:conformance>',
    ]),
    description('pdfuaid', 'http://www.aiim.org/pdfua/ns/id/', ['<pdfuaid:part>1</pdfuaid:part>']),
    PDFUA_SCHEMA,
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

/** PDF/A-2, 6.6.2.3.3: a schema that the standard does not know must be described in the file. */
const PDFUA_SCHEMA = [
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>',
  '</rdf:li></rdf:Seq></pdfaSchema:property>',
  '</rdf:li></rdf:Bag></pdfaExtension:schemas>',
  '</rdf:Description>',
].join('\n');

function description(prefix: string, uri: string, properties: readonly string[]): string {
  const lines = properties.filter((property) => property !== '');
  return `<rdf:Description rdf:about="" xmlns:${prefix}="${uri}">\n${lines.join('\n')}\n</rdf:Description>`;
}

const simple = (name: string, value: string): string => (value === '' ? '' : `<${name}>${escapeXml(value)}</${name}>`);

function alternative(name: string, value: string): string {
  if (value === '') return '';
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(value)}</rdf:li></rdf:Alt></${name}>`;
}

function list(name: string, kind: 'Seq' | 'Bag', values: readonly string[]): string {
  const items = values.filter((value) => value !== '').map((value) => `<rdf:li>${escapeXml(value)}</rdf:li>`);
  return items.length === 0 ? '' : `<${name}><rdf:${kind}>${items.join('')}</rdf:${kind}></${name}>`;
}

const keywordText = (metadata: PdfMetadata): string => clean(metadata.keywords.join(', '));

/** Control characters are not allowed in XML 1.0 and mean nothing in a title; white space becomes one space. */
function clean(text: string): string {
  return wellFormed(text)
    .replace(/[\u0000-\u0020\u007f-\u009f]+/g, ' ')
    .replace(/[\ufffe\uffff]/g, '')
    .trim();
}

function escapeXml(text: string): string {
  return clean(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const OFFSET_SECONDS = 7 * 3600;

/** Seconds since 1970 as clock time in Asia/Jakarta, which is seven hours ahead of UTC all year. */
function jakartaClock(seconds: number): string {
  return new Date((Math.floor(seconds) + OFFSET_SECONDS) * 1000).toISOString().slice(0, 19);
}

export function pdfDate(seconds: number): string {
  return `D:${jakartaClock(seconds).replace(/[-:T]/g, '')}+07'00'`;
}

export function xmpDate(seconds: number): string {
  return `${jakartaClock(seconds)}+07:00`;
}
