using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TrimmedApp;
using WhatsCommerce;
using WhatsCommerce.Messages;
using WhatsCommerce.Webhooks;

int failures = 0;

await using LoopbackGraph graph = LoopbackGraph.Start();
IConfigurationRoot configuration = new ConfigurationBuilder()
    .AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["WhatsCommerce:PhoneNumberId"] = "106540352242922",
        ["WhatsCommerce:AccessToken"] = "a-token",
        ["WhatsCommerce:BaseAddress"] = graph.BaseAddress.ToString(),
        ["WhatsCommerce:Webhooks:AppSecrets:0"] = "an-app-secret",
    })
    .Build();
ServiceCollection services = new();
services.AddWhatsCommerce(configuration.GetSection("WhatsCommerce"));
services.AddSingleton<Handled>();
services.AddWhatsCommerceWebhooks(configuration.GetSection("WhatsCommerce:Webhooks")).AddHandler<OrderHandler>();
await using ServiceProvider provider = services.BuildServiceProvider();

MessagesClient messages = provider.GetRequiredService<WhatsCommerceClient>().Messages;
ProductListMessage picks = Message.ProductList("146265584024623")
    .Header("Fresh today").Body("Pick what you like").Section("Fruit", "apple-1kg", "banana-1kg").Build();
SendOptions once = new() { OnceKey = "order-42 picks" };
MessageReceipt receipt = await messages.SendAsync("+16505551234", picks, once);
Check("the same key gives the same receipt, and makes no request", await messages.SendAsync("+16505551234", picks, once), receipt);
Check("the answer is read", receipt.Id.ToString(), "wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI");

LoopbackGraph.Request request = await graph.Received;
Check("the request has its address", request.Line, "POST /v25.0/106540352242922/messages HTTP/1.1");
Check("the request has its token", request.Authorization, "Bearer a-token");
using (JsonDocument sent = JsonDocument.Parse(request.Body))
{
    JsonElement interactive = sent.RootElement.GetProperty("interactive");
    Check("the request is a product list", interactive.GetProperty("type").GetString(), "product_list");
    Check(
        "the request has its products",
        interactive.GetProperty("action").GetProperty("sections")[0].GetProperty("product_items").GetArrayLength(),
        2);
}

byte[] delivery = Encoding.UTF8.GetBytes("""
    {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":{
      "messaging_product":"whatsapp",
      "metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},
      "contacts":[{"profile":{"name":"Pablo"},"wa_id":"16505551234"}],
      "messages":[{"from":"16505551234","id":"wamid.ORDER","timestamp":"1750096325","type":"order","order":{
        "catalog_id":"146265584024623","text":"before noon","product_items":[
          {"product_retailer_id":"apple-1kg","quantity":2,"item_price":7.99,"currency":"USD"}]}}]}}]}]}
    """);
const string secret = "an-app-secret";
string signature = WebhookSignature.Compute(delivery, secret);
Check("a good signature is accepted", WebhookSignature.Verify(delivery, signature, secret), SignatureResult.Valid);
delivery[^2] ^= 1;
Check("a changed body is refused", WebhookSignature.Verify(delivery, signature, secret), SignatureResult.Mismatch);
delivery[^2] ^= 1;

OrderEvent? order = WebhookParser.Parse(delivery).Events is [OrderEvent only] ? only : null;
Check("the order is typed", order?.CatalogId.ToString(), "146265584024623");
Check("the order has its item", order?.Items[0].RetailerId.ToString(), "apple-1kg");
Check("the price is exact", order?.Items[0].ItemPrice, new Money(7.99m, "USD"));

WebhookResponse answer = await provider.GetRequiredService<WebhookProcessor>().ProcessAsync(delivery, signature);
Check("the delivery is handled", answer.StatusCode, 200);
Check("the class that handles orders got it", provider.GetRequiredService<Handled>().By, "OrderEvent wamid.ORDER");

Console.WriteLine(failures == 0 ? "The trimmed app sends and receives." : $"The trimmed app failed {failures} checks.");
return failures == 0 ? 0 : 1;

void Check<T>(string what, T found, T expected)
{
    bool good = EqualityComparer<T>.Default.Equals(found, expected);
    Console.WriteLine(good ? $"ok      {what}: {found}" : $"WRONG   {what}: expected {expected}, found {found}");
    failures += good ? 0 : 1;
}
