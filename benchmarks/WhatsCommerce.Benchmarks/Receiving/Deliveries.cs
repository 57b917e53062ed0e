using System.Globalization;
using System.Text;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Benchmarks.Receiving;

/// <summary>Requests that are ready to be written, each with a different message, so that none is a redelivery.</summary>
internal sealed class Deliveries
{
    private int _count;

    public byte[][] Next(int count)
    {
        byte[][] requests = new byte[count][];
        for (int i = 0; i < count; i++)
        {
            requests[i] = Sign(Body(_count++));
        }

        return requests;
    }

    // Bodies of 700 bytes, from ten thousand customers, as a busy shop receives them.
    private static byte[] Body(int number) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"427019853661240","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550170101","phone_number_id":"113907458826031"},"contacts":[{"profile":{"name":"Ren\u00e9e O'Neil"},"wa_id":"1650555{{{number % 10_000:D4}}}"}],"messages":[{"from":"1650555{{{number % 10_000:D4}}}","id":"wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQ{{{number:D10}}}REVEODIxRgA=","timestamp":"1762426800","type":"order","order":{"catalog_id":"318426097713355","text":"Can I pick it up after 5\/6 pm?","product_items":[{"product_retailer_id":"apple-1kg","quantity":2,"item_price":3.49,"currency":"USD"},{"product_retailer_id":"bread-rye","quantity":1,"item_price":6,"currency":"USD"}]}}]},"field":"messages"}]}]}
        """));

    private static byte[] Sign(byte[] body)
    {
        string head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {WebhookServer.Path} HTTP/1.1\r\nHost: shop.example\r\nUser-Agent: facebookexternalua\r\n"
            + $"Content-Type: application/json\r\n"
            + $"X-Hub-Signature-256: {WebhookSignature.Compute(body, WebhookServer.Secret)}\r\nContent-Length: {body.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
