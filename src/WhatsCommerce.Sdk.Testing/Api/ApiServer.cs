using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WhatsCommerce.Testing.Judging;

namespace WhatsCommerce.Testing.Api;

/// <summary>Brings requests from the wire to <see cref="CloudApi"/> and answers back: Kestrel on the address of the options.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    /// <summary>More than the largest body of any endpoint (28 MB), so that the endpoint itself can say what is too large.</summary>
    public const long MaxRequestBytes = 32 * 1024 * 1024;

    private static readonly TimeSpan GraceForRequests = TimeSpan.FromMilliseconds(500);

    private readonly EmulatorContext _context;
    private readonly CloudApi _api;
    private readonly WebApplication _app;

    private ApiServer(EmulatorContext context)
    {
        _context = context;
        _api = new(context);

        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
            kestrel.Listen(context.Options.Address, context.Options.Port);
        });

        // The process belongs to the app or the test: the default would take Ctrl+C away from it.
        builder.Services.AddSingleton<IHostLifetime, LifetimeOfTheOwner>();
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    public Uri BaseAddress { get; private set; } = null!;

    public static async Task<ApiServer> StartAsync(EmulatorContext context, CancellationToken cancellationToken)
    {
        ApiServer server = new(context);
        try
        {
            await server._app.StartAsync(cancellationToken).ConfigureAwait(false);
            server.BaseAddress = AddressForClients(new(server._app.Urls.First()));
            return server;
        }
        catch (SocketException exception)
        {
            await server._app.DisposeAsync().ConfigureAwait(false);
            throw new IOException($"Cannot listen on {new IPEndPoint(context.Options.Address, context.Options.Port)}: {exception.Message}.", exception);
        }
        catch
        {
            await server._app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Who listens everywhere (0.0.0.0) is nowhere to be called: clients of this machine come by the loopback address.</summary>
    private static Uri AddressForClients(Uri bound) => new UriBuilder(bound)
    {
        Path = "/",
        Host = IPAddress.TryParse(bound.IdnHost, out IPAddress? address) && address.Equals(IPAddress.Any) ? IPAddress.Loopback.ToString()
            : IPAddress.IPv6Any.Equals(address) ? $"[{IPAddress.IPv6Loopback}]"
            : bound.Host,
    }.Uri;

    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource grace = new(GraceForRequests);
        await _app.StopAsync(grace.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private async Task HandleAsync(HttpContext http)
    {
        ApiRequest request;
        try
        {
            request = await ApiRequest.ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            http.Response.StatusCode = exception.StatusCode;
            return;
        }

        // Whoever awaits quiet after the answer must not find it before the statuses are in the queue.
        _context.Sender.Quiet.Hold();
        try
        {
            ApiAnswer answer = _context.Faults.For(request) switch
            {
                null => Answer(request),
                { Moment: FaultMoment.BeforeAccepting } fault => ApiAnswer.Faulty(fault),
                EmulatedFault fault => ApiAnswer.Faulty(fault, Answer(request)),
            };
            Record(request, answer);
            try
            {
                await WriteAsync(http, answer).ConfigureAwait(false);
            }
            finally
            {
                answer.Afterwards();
            }
        }
        finally
        {
            _context.Sender.Quiet.Release();
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A fault of the emulator itself must show in the test, not vanish in a server without a log.")]
    private ApiAnswer Answer(ApiRequest request)
    {
        try
        {
            return _api.Answer(request);
        }
        catch (Exception exception)
        {
            return ApiAnswer.Error(new Refusal(500, 131000, "(#131000) Something went wrong") { Details = $"The local Cloud API itself failed: {exception}" });
        }
    }

    private void Record(ApiRequest request, ApiAnswer answer) => _context.Requests.Add(new(request.Body, answer.Body)
    {
        At = _context.Options.TimeProvider.GetUtcNow(),
        Method = request.Method,
        Path = request.Path,
        StatusCode = answer.StatusCode,
        IsAccepted = answer.IsAccepted,
        Fault = answer.Fault,
        ErrorCode = answer.ErrorCode,
        ErrorDetails = answer.ErrorDetails,
    });

    private async Task WriteAsync(HttpContext http, ApiAnswer answer)
    {
        TimeSpan wait = answer.Wait + _context.Options.Latency.Next();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, _context.Options.TimeProvider, http.RequestAborted).ConfigureAwait(false);
        }

        if (answer.IsCut)
        {
            http.Abort();
            return;
        }

        HttpResponse response = http.Response;
        if (answer.RetryAfter is { } retryAfter)
        {
            response.Headers.RetryAfter = ((long)retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        if (answer.UsageHeader is var (name, value))
        {
            response.Headers[name] = value;
        }

        response.StatusCode = answer.StatusCode;
        response.ContentType = "application/json; charset=UTF-8";
        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, response.HttpContext.RequestAborted).ConfigureAwait(false);
        await response.CompleteAsync().ConfigureAwait(false);
    }

    private sealed class LifetimeOfTheOwner : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
