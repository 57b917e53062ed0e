using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>The registration of a shared pace, by apps that share a file.</summary>
public sealed class SharedPacingTests : IDisposable
{
    private readonly TestFile _file = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Send_TwoAppsOfOneNumber_KeepItsPaceTogether()
    {
        await using ServiceProvider one = App();
        await using ServiceProvider other = App();
        await SendAsync(one);
        TimeSpan first = _file.Time.Elapsed;

        Task second = SendAsync(other);
        while (!second.IsCompleted)
        {
            // The clock stands still while the file is asked.
            await Patiently.Until(() => second.IsCompleted || _file.Time.IsAwaited(wait => wait <= TimeSpan.FromSeconds(1)));
            _file.Time.Advance(TimeSpan.FromMilliseconds(10));
        }

        await second;
        Assert.True(_file.Time.Elapsed - first >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Send_NoDatabase_SaysWhatToCall()
    {
        ServiceCollection services = new();
        AddClient(services);
        services.AddWhatsCommerceSharedPacing();
        await using ServiceProvider app = services.BuildServiceProvider();

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => app.GetRequiredService<WhatsCommerceClient>());

        Assert.Contains("AddWhatsCommercePostgreSql", exception.Message, StringComparison.Ordinal);
    }

    private static Task<MessageReceipt> SendAsync(ServiceProvider app) =>
        Patiently.Wait(app.GetRequiredService<WhatsCommerceClient>().Messages
        .SendAsync("+16505551234", Message.Text("Hello").Build(), cancellationToken: Cancel));

    private static void AddClient(ServiceCollection services) => services.AddWhatsCommerce(options =>
    {
        options.PhoneNumberId = "106540352242922";
        options.AccessToken = "token";
        options.Pacing.MessagesPerSecond = 1;
    }).ConfigurePrimaryHttpMessageHandler(static () => new Acceptance());

    private ServiceProvider App()
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(_file.Time);
        AddClient(services);
        services.AddWhatsCommerceSqlite(_file.ConnectionString);
        services.AddWhatsCommerceSharedPacing();
        return services.BuildServiceProvider();
    }

    private sealed class Acceptance : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(
                    """{"messaging_product":"whatsapp","contacts":[{"input":"1","wa_id":"1"}],"messages":[{"id":"wamid.1"}]}"""),
            });
    }
}
