// A web app that receives a signed delivery over loopback and looks whether its handler got the order. Exit code 0 says that it did.
using System.Net;
using System.Text;
using WhatsCommerce;
using WhatsCommerce.Webhooks;

const string secret = "an-app-secret";
const string verifyToken = "a-verify-token";
TaskCompletionSource<OrderEvent> received = new(TaskCreationOptions.RunContinuationsAsynchronously);

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Configuration["WhatsCommerce:Webhooks:AppSecrets:0"] = secret;
builder.Configuration["WhatsCommerce:Webhooks:VerifyToken"] = verifyToken;
builder.Services
    .AddWhatsCommerceWebhooks(builder.Configuration.GetSection("WhatsCommerce:Webhooks"))
    .Handle<OrderEvent>("orders", (order, cancellationToken) =>
    {
        received.TrySetResult(order);
        return Task.CompletedTask;
    });

await using WebApplication app = builder.Build();
app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
await app.StartAsync();

using HttpClient meta = new() { BaseAddress = new Uri(app.Urls.First()) };
bool good = true;

string challenge =
    await meta.GetStringAsync($"/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token={verifyToken}");
Check("the challenge goes back", challenge == "1158201444");

byte[] body = Encoding.UTF8.GetBytes("""
    {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":{
      "messaging_product":"whatsapp",
      "metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},
      "contacts":[{"profile":{"name":"Pablo"},"wa_id":"16505551234"}],
      "messages":[{"from":"16505551234","id":"wamid.ORDER","timestamp":"1750096325","type":"order","order":{
        "catalog_id":"146265584024623","product_items":[
          {"product_retailer_id":"apple-1kg","quantity":2,"item_price":7.99,"currency":"USD"}]}}]}}]}]}
    """);
Check("a wrong signature is refused", await DeliverAsync(WebhookSignature.Compute(body, "another-secret")) == HttpStatusCode.Unauthorized);
Check("and hands over nothing", !received.Task.IsCompleted);
Check("the signed delivery is taken", await DeliverAsync(WebhookSignature.Compute(body, secret)) == HttpStatusCode.OK);

OrderEvent order = await received.Task.WaitAsync(TimeSpan.FromMinutes(2));
OrderItem item = order.Items.Single();
Check("the handler has the typed order", order.CatalogId == "146265584024623" && item.RetailerId == "apple-1kg" && item.Quantity == 2);
Check("with its exact price", item.ItemPrice == new Money(7.99m, "USD"));

await app.StopAsync();
return good ? 0 : 1;

async Task<HttpStatusCode> DeliverAsync(string signature)
{
    using HttpRequestMessage request = new(HttpMethod.Post, "/webhooks/whatsapp") { Content = new ByteArrayContent(body) };
    request.Content.Headers.ContentType = new("application/json");
    request.Headers.Add(WebhookSignature.HeaderName, signature);
    using HttpResponseMessage response = await meta.SendAsync(request);
    return response.StatusCode;
}

void Check(string what, bool holds)
{
    Console.WriteLine($"{(holds ? "ok     " : "WRONG  ")} {what}");
    good &= holds;
}
