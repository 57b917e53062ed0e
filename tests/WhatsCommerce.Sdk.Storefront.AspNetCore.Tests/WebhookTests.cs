using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.AspNetCore.Tests;

/// <summary>The webhooks of providers: bounded, and passed on as they came.</summary>
public sealed class WebhookTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Receiver _receiver = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ProviderWebhookResult.Taken, HttpStatusCode.OK)]
    [InlineData(ProviderWebhookResult.Ignored, HttpStatusCode.OK)]
    [InlineData(ProviderWebhookResult.Refused, HttpStatusCode.Unauthorized)]
    [InlineData(ProviderWebhookResult.TryLater, HttpStatusCode.ServiceUnavailable)]
    public async Task Webhook_OfAProvider_IsAnsweredAsItsResultSays(ProviderWebhookResult result, HttpStatusCode expected)
    {
        _receiver.Receive = (_, _) => Task.FromResult(result);
        await using PagesSite site = await OpenAsync();

        Assert.Equal(expected, await PostAsync(site, "{}"u8.ToArray()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Webhook_OfAProvider_ComesWithItsRawBytesAndHeaders(bool chunked)
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. "{ \"id\" : \"evt_1\"}\r\n"u8, 0xFF, 0x00];
        byte[]? received = null;
        string? header = null;
        _receiver.Receive = (webhook, _) =>
        {
            received = webhook.Body.ToArray();
            header = $"{webhook.GetHeader("x-signature")}, {webhook.GetHeader("Absent") ?? "absent"}";
            return Task.FromResult(ProviderWebhookResult.Taken);
        };
        await using PagesSite site = await OpenAsync();

        await PostAsync(site, body, chunked);

        Assert.Equal(body, received);
        Assert.Equal("t=1,v1=ab, absent", header);
    }

    [Theory]
    [InlineData("bank")]
    [InlineData("Signed")]
    [InlineData("%2e%2e")]
    public async Task Webhook_OfAProviderThatTheShopDoesNotHave_IsNotFound(string provider)
    {
        await using PagesSite site = await OpenAsync();

        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(site, "{}"u8.ToArray(), provider: provider));
    }

    [Fact]
    public async Task Webhook_AskedForWithGet_IsNotAllowed()
    {
        await using PagesSite site = await OpenAsync();

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await site.GetAsync("/webhooks/signed")).Status);
    }

    [Theory]
    [InlineData(1_024, false, HttpStatusCode.OK)]
    [InlineData(1_024, true, HttpStatusCode.OK)]
    [InlineData(1_025, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(1_025, true, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Webhook_LargerThanAllowed_IsRefusedUnread(int bytes, bool chunked, HttpStatusCode expected)
    {
        await using PagesSite site = await OpenAsync();

        Assert.Equal(expected, await PostAsync(site, new byte[bytes], chunked));
    }

    [Fact]
    public async Task Webhook_WhoseBodyDoesNotArrive_IsGivenUp()
    {
        await using PagesSite site = await OpenAsync();
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, site.Client.BaseAddress!.Port, Stop);
        await socket.SendAsync(
            Encoding.ASCII.GetBytes("POST /shop/webhooks/signed HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"), Stop);
        await Patiently.Until(() => site.Setup.Time.IsAwaited(wait => wait == Limit));

        site.Setup.Time.Advance(Limit);

        byte[] answer = new byte[64];
        int count = await Patiently.Wait(socket.ReceiveAsync(answer, Stop).AsTask());
        Assert.StartsWith("HTTP/1.1 408 ", Encoding.ASCII.GetString(answer, 0, count), StringComparison.Ordinal);
        Assert.Equal(0, _receiver.Calls);
    }

    [Fact]
    public async Task Webhook_ThatTakesTooLong_IsAnsweredSoThatItIsRepeated()
    {
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _receiver.Receive = async (_, token) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return ProviderWebhookResult.Taken;
        };
        await using PagesSite site = await OpenAsync();
        Task<HttpStatusCode> answer = PostAsync(site, "{}"u8.ToArray());
        await Patiently.Wait(begun.Task);

        site.Setup.Time.Advance(Limit);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Patiently.Wait(answer));
    }

    [Fact]
    public async Task Webhook_ThatFails_IsAnsweredSoThatItIsRepeatedAndTellsNothing()
    {
        _receiver.Receive = (_, _) => throw new InvalidOperationException("the database is away");
        await using PagesSite site = await OpenAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(site, "{}"u8.ToArray()));
        Assert.Contains(site.Setup.Logs.OfSdk, entry => entry.Id == 457);
    }

    [Fact]
    public async Task Webhook_WhoseSenderHangsUp_IsHandledToTheEnd()
    {
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<bool> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _receiver.Receive = async (_, token) =>
        {
            begun.SetResult();
            await gate.Task;
            ended.SetResult(token.IsCancellationRequested);
            return ProviderWebhookResult.Taken;
        };
        await using PagesSite site = await OpenAsync(aborted);
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, site.Client.BaseAddress!.Port, Stop);
        await socket.SendAsync(
            Encoding.ASCII.GetBytes("POST /shop/webhooks/signed HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}"), Stop);
        await Patiently.Wait(begun.Task);

        socket.Close(timeout: 0);
        await Patiently.Wait(aborted.Task);
        gate.SetResult();

        Assert.False(await Patiently.Wait(ended.Task));
    }

    private static async Task<HttpStatusCode> PostAsync(PagesSite site, byte[] body, bool chunked = false, string provider = "signed")
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri($"{site.App.Urls.Single()}/shop/webhooks/{provider}"));
        request.Content = new ByteArrayContent(body);
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.Add("X-Signature", "t=1,v1=ab");
        using HttpResponseMessage response = await site.Client.SendAsync(request, Stop);
        Assert.Equal("", await response.Content.ReadAsStringAsync(Stop));
        return response.StatusCode;
    }

    private Task<PagesSite> OpenAsync(TaskCompletionSource? aborted = null) => PagesSite.OpenAsync(new PagesSetup
    {
        Services = services => services.AddSingleton<IProviderWebhooks>(_receiver),
        Pages = options => options.MaxWebhookBytes = 1_024,
        App = app => app.Use((context, next) =>
        {
            context.RequestAborted.Register(() => aborted?.TrySetResult());
            return next(context);
        }),
    });

    private sealed class Receiver : IProviderWebhooks
    {
        private int _calls;

        public string Provider => "signed";

        public int Calls => _calls;

        public Func<ProviderWebhook, CancellationToken, Task<ProviderWebhookResult>> Receive { get; set; } =
            (_, _) => Task.FromResult(ProviderWebhookResult.Taken);

        public Task<ProviderWebhookResult> ReceiveAsync(ProviderWebhook webhook, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _calls);
            return Receive(webhook, cancellationToken);
        }
    }
}
