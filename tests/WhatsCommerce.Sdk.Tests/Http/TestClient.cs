using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Http;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>A client as an app registers it, against an address or a handler of the test's.</summary>
internal sealed class TestClient : IDisposable
{
    public const string Token = "EAAtest-token-that-must-not-leak";
    public const string PhoneNumberId = "106540352242922";
    public const string To = "+16505551234";

    public static readonly TextMessage Hello = Message.Text("Hello").Build();

    private readonly ServiceProvider _services;

    public TestClient(
        Uri address,
        Action<WhatsCommerceOptions>? configure = null,
        HttpMessageHandler? handler = null,
        TimeProvider? time = null,
        Action<IServiceCollection>? services = null)
    {
        ServiceCollection collection = new();
        IHttpClientBuilder builder = collection.AddWhatsCommerce(options =>
        {
            options.PhoneNumberId = PhoneNumberId;
            options.AccessToken = Token;
            options.BaseAddress = address;
            options.Retry.Enabled = time is not null;
            if (time is null)
            {
                // On the real clock no test is about the deadline, and the machine may be busy.
                options.Timeout = TimeSpan.FromMinutes(10);
            }

            configure?.Invoke(options);
        });
        if (time is not null)
        {
            collection.AddSingleton(time);
        }

        if (handler is not null)
        {
            builder.ConfigurePrimaryHttpMessageHandler(() => handler);
        }

        services?.Invoke(collection);
        _services = collection.BuildServiceProvider(validateScopes: true);
        Client = _services.GetRequiredService<WhatsCommerceClient>();
    }

    public WhatsCommerceClient Client { get; }

    public IServiceProvider Services => _services;

    /// <summary>What is below the client.</summary>
    public GraphTransport Transport => new(_services.GetRequiredKeyedService<GraphServices>(""));

    /// <summary>Sends a message for as long as the test runs.</summary>
    public Task<MessageReceipt> SendHelloAsync() => SendUntilAsync(TestContext.Current.CancellationToken);

    /// <summary>Sends a message until it is cancelled.</summary>
    public Task<MessageReceipt> SendUntilAsync(CancellationToken cancelled) =>
        Client.Messages.SendAsync(To, Hello, cancellationToken: cancelled);

    public void Dispose() => _services.Dispose();
}
