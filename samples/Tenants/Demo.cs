using System.Net;
using System.Text;
using WhatsCommerce;
using WhatsCommerce.Testing;
using WhatsCommerce.Webhooks;

namespace Tenants;

/// <summary>Simulates three shops in one app, and prints what both sides see; returns 1 when the result is not as expected.</summary>
internal static class Demo
{
    private const string ProviderSecret = "secret-of-the-provider";
    private static int s_messages;
    private static bool s_isGood = true;

    public static Dictionary<string, string?> Settings(CloudApiEmulator cloud, DirectoryInfo folder) => new()
    {
        ["ConnectionStrings:Tenants"] = $"Data Source={Path.Combine(folder.FullName, "tenants.db")};Pooling=False",
        ["WhatsCommerce:BaseAddress"] = cloud.BaseAddress.ToString(),
        ["WhatsCommerce:Webhooks:AppSecrets:0"] = ProviderSecret,
    };

    public static async Task<int> PlayAsync(IServiceProvider services, Uri app, CloudApiEmulator cloud)
    {
        TenantDatabase tenants = services.GetRequiredService<TenantDatabase>();
        using HttpClient meta = new(new SocketsHttpHandler()) { BaseAddress = app };
        EmulatedCustomer ada = cloud.Customer("+16505550101", name: "Ada");
        EmulatedCustomer ben = cloud.Customer("+16505550102", name: "Ben");

        Console.WriteLine("Three shops behind one app. No account is involved.\n");
        await tenants.AddAsync(Open(cloud, "rye", "Rye & Sons", "basic", 1));
        await tenants.AddAsync(Open(cloud, "fig", "Fig Street", "concierge", 2, "secret-of-fig"));

        Note("rye comes through the provider's app, fig through an app of its own");
        await DeliverAsync(meta, "/webhooks/whatsapp", Cart(1, ada), ProviderSecret, HttpStatusCode.OK);
        await HearAsync(ada, 1);
        await DeliverAsync(meta, "/webhooks/fig", Cart(2, ben), "secret-of-fig", HttpStatusCode.OK);
        await HearAsync(ben, 2);
        await DeliverAsync(meta, "/webhooks/fig", Text(2, ben), "secret-of-fig", HttpStatusCode.OK);
        await HearAsync(ben, 2);

        Note("fig signs what is rye's, at its own address and at that of all");
        await DeliverAsync(meta, "/webhooks/fig", Cart(1, ada), "secret-of-fig", HttpStatusCode.Forbidden);
        await DeliverAsync(meta, "/webhooks/whatsapp", Cart(1, ada), "secret-of-fig", HttpStatusCode.Unauthorized);

        Note("olive is added while the app runs; Meta has delivered too early, and delivers again");
        byte[] early = Cart(3, ada);
        await DeliverAsync(meta, "/webhooks/whatsapp", early, ProviderSecret, HttpStatusCode.Forbidden);
        await tenants.AddAsync(Open(cloud, "olive", "Olive Yard", "basic", 3));
        while (await PostAsync(meta, "/webhooks/whatsapp", early, ProviderSecret) == HttpStatusCode.Forbidden)
        {
            // After UnknownCacheTime the app queries the database again.
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        }

        await HearAsync(ada, 3);

        Note("fig rotates its secret: both are taken, then the old one no more");
        await tenants.RotateAsync("fig", "second-secret-of-fig", TimeSpan.FromDays(7));
        await DeliverAsync(meta, "/webhooks/fig", Cart(2, ben), "second-secret-of-fig", HttpStatusCode.OK);
        await HearAsync(ben, 2);
        await DeliverAsync(meta, "/webhooks/fig", Cart(2, ben), "secret-of-fig", HttpStatusCode.OK);
        await HearAsync(ben, 2);

        bool crossed = ada.Received.Any(message => message.From == Number(2)) || ben.Received.Any(message => message.From != Number(2));
        bool good = s_isGood && !crossed && ada.Received.Count == 2 && ben.Received.Count == 4;
        Console.WriteLine(good ? "\nEach shop has answered its own customers, once." : "\nSomething is not as it should be; see above.");
        return good ? 0 : 1;
    }

    private static Shop Open(CloudApiEmulator cloud, string id, string name, string plan, int i, string? secret = null)
    {
        cloud.AddAccount(Number(i), PhoneNumber.Parse($"+1555070000{i}"), $"token-of-{id}", Account(i));
        return new Shop(id)
        {
            Name = name,
            Plan = plan,
            PhoneNumberIds = [Number(i)],
            BusinessAccountIds = [Account(i)],
            AccessToken = $"token-of-{id}",
            VerifyToken = secret is null ? null : $"verify-{id}",
            AppSecrets = secret is null ? [] : [secret],
        };
    }

    private static string Number(int i) => $"70000{i}";

    private static string Account(int i) => $"50000{i}";

    private static byte[] Cart(int i, EmulatedCustomer from) => Body(i, from, """
        "type":"order","order":{"catalog_id":"1","product_items":[
            {"product_retailer_id":"bread","quantity":1,"item_price":4.5,"currency":"USD"}]}
        """);

    private static byte[] Text(int i, EmulatedCustomer from) => Body(i, from, """ "type":"text","text":{"body":"Hello!"} """);

    private static byte[] Body(int i, EmulatedCustomer from, string message) => Encoding.UTF8.GetBytes(
        """
        {"object":"whatsapp_business_account","entry":[{"id":"@account","changes":[{"field":"messages","value":{
            "messaging_product":"whatsapp","metadata":{"phone_number_id":"@number"},
            "messages":[{"id":"wamid.@id","from":"@from","timestamp":"1767225600",@message}]}}]}]}
        """
            .Replace("@account", Account(i), StringComparison.Ordinal)
            .Replace("@number", Number(i), StringComparison.Ordinal)
            .Replace("@id", $"{Interlocked.Increment(ref s_messages)}", StringComparison.Ordinal)
            .Replace("@from", from.PhoneNumber.Digits, StringComparison.Ordinal)
            .Replace("@message", message.Trim(), StringComparison.Ordinal));

    private static async Task DeliverAsync(HttpClient meta, string address, byte[] body, string secret, HttpStatusCode expected)
    {
        HttpStatusCode answer = await PostAsync(meta, address, body, secret);
        Console.WriteLine($"{"Meta",8} > {address} (signed with {secret}): {(int)answer}");
        s_isGood &= answer == expected;
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient meta, string address, byte[] body, string secret)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation(WebhookSignature.HeaderName, WebhookSignature.Compute(body, secret));
        using HttpResponseMessage response = await meta.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task HearAsync(EmulatedCustomer customer, int shop)
    {
        ReceivedMessage message = await customer.NextMessageAsync();
        Console.WriteLine($"{customer.Name,8} < {message.Text} (from {message.From})\n");
        s_isGood &= message.From == Number(shop);
    }

    private static void Note(string line) => Console.WriteLine($"{"",8}   ({line})");
}
