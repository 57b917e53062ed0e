using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Emulator.Tests;

/// <summary>The page within an app that runs beside the emulator.</summary>
public sealed class HostedPageTests : IAsyncLifetime
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false });
    private CloudApiEmulator _cloud = null!;
    private WebApplication _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _cloud = await CloudApiEmulator.StartAsync(cancellationToken: Token);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.UseEmulatorPage(_cloud, "/phone");
        _app.MapGet("/", http => http.Response.WriteAsync("the shop", http.RequestAborted));
        await _app.StartAsync(Token);
        _http.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await _cloud.DisposeAsync();
    }

    [Theory]
    [InlineData("/", "the shop")]
    [InlineData("/phone", "<emulator-app>")]
    [InlineData("/page/app.js", "import")]
    [InlineData("/emulator/customers", "Pablo")]
    public async Task Get_PageAndApp_AreAtOneAddress(string path, string content)
    {
        _cloud.Customer("+16505551234", name: "Pablo");

        Assert.Contains(content, await _http.GetStringAsync(new Uri(path, UriKind.Relative), Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host", "shop.example")]
    [InlineData("Origin", "https://evil.example")]
    public async Task Get_ByOrFromSomebodyElse_IsRefused(string header, string value)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/emulator/customers");
        request.Headers.TryAddWithoutValidation(header, value);

        using HttpResponseMessage response = await _http.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
