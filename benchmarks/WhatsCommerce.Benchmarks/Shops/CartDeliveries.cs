using System.Globalization;
using System.Text;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Benchmarks.Shops;

/// <summary>Deliveries of carts of three products, each with another message, from a number of customers in turn.</summary>
internal sealed class CartDeliveries
{
    public const string Secret = "0123456789abcdef0123456789abcdef";
    public const string PhoneNumberId = "113907458826031";
    public const string CatalogId = "318426097713355";

    /// <summary>More than the operations of a turn, so that none has two carts.</summary>
    public const int Customers = 50;

    private readonly Queue<(byte[] Body, string Signature)> _ready = [];
    private int _number;

    /// <summary>Gets the products of the carts.</summary>
    public static IReadOnlyList<(string Id, string Name, int MinorUnits)> Products { get; } =
        [("apple-1kg", "Apples, 1 kg", 349), ("bread-rye", "Rye bread", 600), ("milk-1l", "Milk, 1 l", 129)];

    public void Prepare(int count)
    {
        _ready.Clear();
        for (int i = 0; i < count; i++)
        {
            byte[] body = Body(_number++);
            _ready.Enqueue((body, WebhookSignature.Compute(body, Secret)));
        }
    }

    public (byte[] Body, string Signature) Next() => _ready.Dequeue();

    private static byte[] Body(int number) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"427019853661240","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550170101","phone_number_id":"{{{PhoneNumberId}}}"},"contacts":[{"profile":{"name":"Ren\u00e9e O'Neil"},"wa_id":"1650555{{{number % Customers:D4}}}"}],"messages":[{"from":"1650555{{{number % Customers:D4}}}","id":"wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQ{{{number:D10}}}REVEODIxRgA=","timestamp":"1762426800","type":"order","order":{"catalog_id":"{{{CatalogId}}}","product_items":[{"product_retailer_id":"apple-1kg","quantity":2,"item_price":3.49,"currency":"USD"},{"product_retailer_id":"bread-rye","quantity":1,"item_price":6,"currency":"USD"},{"product_retailer_id":"milk-1l","quantity":3,"item_price":1.29,"currency":"USD"}]}}]},"field":"messages"}]}]}
        """));
}
