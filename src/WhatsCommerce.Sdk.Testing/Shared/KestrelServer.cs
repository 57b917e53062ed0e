using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Testing;

/// <summary>Kestrel on one address of this machine, with a single request handler.</summary>
internal sealed class KestrelServer : IAsyncDisposable
{
    private static readonly TimeSpan GraceForRequests = TimeSpan.FromMilliseconds(500);

    private readonly WebApplication _app;
    private readonly IPEndPoint _endpoint;

    public KestrelServer(
        IPAddress address,
        int port,
        long maxRequestBytes,
        RequestDelegate handle,
        Func<HttpContext, RequestDelegate, Task>? middleware = null)
    {
        _endpoint = new(address, port);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = maxRequestBytes;

            // Slow clients are allowed: on a busy machine, or stopped in a debugger.
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(_endpoint);
        });

        // The process belongs to the app or the test, so the default lifetime must not handle Ctrl+C.
        builder.Services.AddSingleton<IHostLifetime, LifetimeOfTheOwner>();
        _app = builder.Build();
        if (middleware is not null)
        {
            _app.Use(middleware);
        }

        _app.Run(handle);
    }

    public Uri BaseAddress { get; private set; } = null!;

    /// <exception cref="IOException">The port is in use, or the address does not belong to this machine.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _app.StartAsync(cancellationToken).ConfigureAwait(false);
            BaseAddress = AddressForClients(new(_app.Urls.First()));
        }
        catch (SocketException exception)
        {
            throw new IOException($"Cannot listen on {_endpoint}: {exception.Message}.", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource grace = new(GraceForRequests);
        await _app.StopAsync(grace.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Clients cannot call 0.0.0.0, so they get the loopback address.</summary>
    private static Uri AddressForClients(Uri bound) => new UriBuilder(bound)
    {
        Path = "/",
        Host = IPAddress.TryParse(bound.IdnHost, out IPAddress? address) && address.Equals(IPAddress.Any) ? IPAddress.Loopback.ToString()
            : IPAddress.IPv6Any.Equals(address) ? $"[{IPAddress.IPv6Loopback}]"
            : bound.Host,
    }.Uri;

    private sealed class LifetimeOfTheOwner : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
