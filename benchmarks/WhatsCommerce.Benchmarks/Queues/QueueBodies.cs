using System.Globalization;
using System.Text;

namespace WhatsCommerce.Benchmarks.Queues;

/// <summary>Bodies of deliveries, each with messages or statuses that were not there before.</summary>
internal sealed class QueueBodies
{
    private int _count;

    /// <summary>Makes bodies of 700 bytes with a message each, of so many customers in turn.</summary>
    public byte[][] Messages(int count, int customers, string number = "113907458826031") =>
        [.. Enumerable.Range(0, count).Select(i => Message(_count++, i % customers, number))];

    /// <summary>Makes bodies with statuses of so many customers, a thousand in each.</summary>
    public byte[][] Statuses(int count, string number) =>
        [.. Enumerable.Range(0, count).Chunk(1_000).Select(some => Statuses(some.Length, number, _count += some.Length))];

    private static byte[] Message(int id, int customer, string number) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"427019853661240","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550170101","phone_number_id":"{{{number}}}"},"contacts":[{"profile":{"name":"Ren\u00e9e O'Neil"},"wa_id":"1650{{{customer:D7}}}"}],"messages":[{"from":"1650{{{customer:D7}}}","id":"wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQ{{{id:D10}}}REVEODIxRgA=","timestamp":"1762426800","type":"order","order":{"catalog_id":"318426097713355","text":"Can I pick it up after 5\/6 pm?","product_items":[{"product_retailer_id":"apple-1kg","quantity":2,"item_price":3.49,"currency":"USD"},{"product_retailer_id":"bread-rye","quantity":1,"item_price":6,"currency":"USD"}]}}]},"field":"messages"}]}]}
        """));

    private static byte[] Statuses(int count, string number, int id) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"object":"whatsapp_business_account","entry":[{"id":"427019853661240","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550170101","phone_number_id":"{{{number}}}"},"statuses":[{{{string.Join(',', Enumerable.Range(0, count).Select(i => Status(id - i)))}}}]},"field":"messages"}]}]}"""));

    private static string Status(int id) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id":"wamid.S{{id:D10}}","status":"delivered","timestamp":"1762426800","recipient_id":"1651{{id % 10_000_000:D7}}"}""");
}
