using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

/// <summary>An app with several shops, whose numbers take webhooks at one endpoint and send to one phone.</summary>
internal sealed class ShopsApp : IAsyncDisposable
{
    private const string Secret = "0123456789abcdef";
    private static long s_last;

    private ServiceProvider? _services;

    public ServiceCollection Collection { get; } = new();

    public CustomersPhone Phone { get; } = new();

    public ServiceProvider Services => _services!;

    public void AddClient(string name, string number) => Collection.AddWhatsCommerce(name, options =>
    {
        options.PhoneNumberId = number;
        options.AccessToken = "token-" + name;
    }).ConfigurePrimaryHttpMessageHandler(() => Phone);

    public async Task StartAsync(CancellationToken stop)
    {
        Collection.AddWhatsCommerceWebhooks("all", options => options.AppSecrets.Add(Secret));
        _services = Collection.BuildServiceProvider(validateScopes: true);
        foreach (IHostedService service in _services.GetServices<IHostedService>())
        {
            await service.StartAsync(stop);
        }
    }

    /// <summary>Delivers a cart of two apples, at the price that the phone showed.</summary>
    /// <returns>The status that Meta gets.</returns>
    public Task<int> SendCartAsync(string number, string customer, int price, string currency, string? id = null) =>
        DeliverAsync(number, customer, id, $$"""
            "type":"order","order":{"catalog_id":"9","product_items":[
            {"product_retailer_id":"apple","quantity":2,"item_price":{{price}},"currency":"{{currency}}"}]}
            """);

    public Task<int> SendTextAsync(string number, string customer) =>
        DeliverAsync(number, customer, id: null, """ "type":"text","text":{"body":"Good evening"} """);

    public async ValueTask DisposeAsync()
    {
        foreach (IHostedService service in Services.GetServices<IHostedService>())
        {
            await service.StopAsync(CancellationToken.None);
        }

        await Services.DisposeAsync();
    }

    private async Task<int> DeliverAsync(string number, string customer, string? id, string message)
    {
        id ??= "wamid." + Interlocked.Increment(ref s_last).ToString(CultureInfo.InvariantCulture);
        byte[] body = Encoding.UTF8.GetBytes(
            $$$"""
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
            "messaging_product":"whatsapp","metadata":{"display_phone_number":"1","phone_number_id":"{{{number}}}"},
            "contacts":[{"profile":{"name":"Pablo"},"wa_id":"{{{customer}}}"}],
            "messages":[{"from":"{{{customer}}}","id":"{{{id}}}","timestamp":"1767225600",{{{message}}}}]}}]}]}
            """);
        WebhookResponse answer = await Services.GetRequiredService<WebhookProcessor>().ProcessAsync(
            body, WebhookSignature.Compute(body, Secret), new WebhookRequestOptions { EndpointName = "all" }, CancellationToken.None);
        return answer.StatusCode;
    }

    /// <summary>What customers get.</summary>
    internal sealed class CustomersPhone : HttpMessageHandler
    {
        public ConcurrentQueue<SentByShop> Sent { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string[] path = request.RequestUri!.AbsolutePath.Split('/');
            string text = await request.Content!.ReadAsStringAsync(cancellationToken);
            Sent.Enqueue(new SentByShop(path[^2], request.Headers.Authorization!.ToString(), text));
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StringContent(
                    $$"""
                    {"messaging_product":"whatsapp","contacts":[{"input":"1","wa_id":"1"}],"messages":[{"id":"wamid.s{{Sent.Count}}"}]}
                    """,
                    Encoding.UTF8,
                    "application/json"),
            };
        }
    }
}

/// <summary>A message as it left.</summary>
internal sealed record SentByShop(string Number, string Token, string Text);
