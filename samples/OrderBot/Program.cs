using OrderBot;
using WhatsCommerce.Testing;
using WhatsCommerce.Webhooks;

bool demo = args.Contains("--demo");
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

// Without an access token in the configuration, the shop starts the local Cloud API emulator, which replaces Meta on this machine.
await using CloudApiEmulator? cloud =
    builder.Configuration["WhatsCommerce:AccessToken"] is null ? await LocalCloud.StartAsync(builder) : null;

if (demo)
{
    builder.WebHost.UseUrls("http://127.0.0.1:0");
}

builder.Services
    .AddSingleton<Shop>()
    .AddSingleton<Orders>()
    .AddSingleton<SentMessages>()
    .AddSingleton<ShopAssistant>();

builder.Services.AddWhatsCommerce(builder.Configuration.GetSection("WhatsCommerce"));
builder.Services.AddWhatsCommerceWebhooks(builder.Configuration.GetSection("WhatsCommerce:Webhooks"))
    .Handle<TextEvent, ShopAssistant, WebhookContext>(
        "greeting", (text, assistant, context, ct) => assistant.GreetAsync(text, context.OnceKey("greeting"), ct))
    .Handle<ProductQuestionEvent, ShopAssistant, WebhookContext>(
        "questions", (question, assistant, context, ct) => assistant.AnswerAsync(question, context.OnceKey("answer"), ct))
    .Handle<OrderEvent, ShopAssistant, WebhookContext>(
        "orders", (order, assistant, context, ct) => assistant.SummarizeAsync(order, context.OnceKey("summary"), ct))
    .Handle<StatusEvent, SentMessages>("statuses", (status, sent, _) => sent.Follow(status));

WebApplication app = builder.Build();
app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
app.MapCheckout();

if (cloud is null)
{
    await app.RunAsync();
    return 0;
}

app.MapPictures();
await app.StartAsync();
await cloud.OpenAsync(new Uri(app.Urls.First()));
if (demo)
{
    return await Demo.PlayAsync(app.Services, cloud);
}

cloud.Customer("+16505551234", name: "Pablo Morales");
Console.WriteLine($"""

    The corner shop is open. Be its customer: the phone is at {cloud.BaseAddress}
    Say hello, look around, and send a cart; the shop answers from {app.Urls.First()}.
    No Meta account is involved. Ctrl+C closes the shop.

    """);
await app.WaitForShutdownAsync();
return 0;
