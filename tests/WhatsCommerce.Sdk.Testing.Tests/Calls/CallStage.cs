using System.Text.Json;
using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Testing.Tests.Calls;

/// <summary>A business and a customer who may call each other, on a clock that the test moves.</summary>
internal sealed class CallStage(Stage stage, FakeTimeProvider time) : IAsyncDisposable
{
    public const string Pablo = "+16505551234";

    public const string Request = """
        {"messaging_product":"whatsapp","to":"+16505551234","type":"interactive","interactive":{"type":"call_permission_request",
         "body":{"text":"May we call you?"},"action":{"name":"call_permission_request"}}}
        """;

    /// <summary>A session description of the business, as JSON text.</summary>
    public const string Sdp = @"v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n";

    public Stage Stage => stage;

    public FakeTimeProvider Time => time;

    public CloudApiEmulator Cloud => stage.Cloud;

    public EmulatedCustomer Customer { get; } = stage.Cloud.Customer(Pablo, "Pablo");

    public string Number => Cloud.Options.PhoneNumberId!;

    /// <summary>What was told of calls, in order.</summary>
    public string[] Calls => [.. stage.Told.Where(subject => subject.StartsWith("call ", StringComparison.Ordinal))];

    /// <summary>Every event that was told.</summary>
    public WebhookEvent[] Events => [.. Cloud.Deliveries.SelectMany(delivery => WebhookParser.Parse(delivery.Body).Events)];

    public static async Task<CallStage> StartAsync(Action<CloudApiEmulatorOptions>? configure = null)
    {
        FakeTimeProvider time = new();
        CloudApiEmulatorOptions options = new() { TimeProvider = time };
        configure?.Invoke(options);
        return new(await Stage.StartAsync(options), time);
    }

    public Task<Answer> CallsAsync(string json) => stage.PostJsonAsync($"{Number}/calls", json);

    public Task<Answer> ConnectAsync(string more = "") => CallsAsync($$"""
        {"messaging_product":"whatsapp","to":"{{Pablo}}","action":"connect","session":{"sdp_type":"offer","sdp":"{{Sdp}}"}{{more}}}
        """);

    public Task<Answer> ActAsync(string action, EmulatedCall call, bool withSdp = false, string sdp = Sdp) => CallsAsync($$"""
        {"messaging_product":"whatsapp","call_id":"{{call.Id}}","action":"{{action}}"
         {{(withSdp ? $$""","session":{"sdp_type":"answer","sdp":"{{sdp}}"}""" : "")}} }
        """);

    /// <summary>A call of the business that rings.</summary>
    public async Task<EmulatedCall> RingAsync()
    {
        (await ConnectAsync()).AssertAccepted();
        return await Customer.NextCallAsync(cancellationToken: Stage.Token);
    }

    public async Task<JsonElement> PermissionAsync() => (await stage.GetAsync($"{Number}/call_permissions?user_wa_id=16505551234")).Json;

    public async Task<string> RequestAsync() => (await stage.PostAsync(Request)).Id;

    public async ValueTask DisposeAsync()
    {
        await Cloud.WhenDeliveredAsync(Stage.Token);
        Assert.DoesNotContain(Events, e => e is UnknownEvent or MalformedEvent);
        await stage.DisposeAsync();
    }
}
