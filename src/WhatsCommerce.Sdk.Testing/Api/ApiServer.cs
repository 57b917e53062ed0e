using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using WhatsCommerce.Testing.Judging.Media;

namespace WhatsCommerce.Testing;

/// <summary>Passes HTTP requests to <see cref="CloudApi"/> and sends its responses, with Kestrel on the address in the options.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    /// <summary>
    /// More than the largest body of any endpoint (28 MB), so that the endpoint itself can report that a body is too large.
    /// </summary>
    public const long MaxRequestBytes = 32 * 1024 * 1024;

    /// <summary>More than the largest file upload including multipart overhead, for the same reason.</summary>
    public const long MaxUploadBytes = MediaUploadRules.MaxBytes + 1024 * 1024;

    // The maximum number of concurrent uploads, which are completely in memory.
    private const int ConcurrentUploads = 2;

    private readonly CloudApiEmulatorOptions _options;
    private readonly EmulatedFaults _faults;
    private readonly History<RecordedRequest> _requests;
    private readonly TrafficLog _traffic;
    private readonly Quiet _quiet;
    private readonly CloudApi _api;
    private readonly ForeignPages _foreign;
    private readonly Func<Task>? _keep;
    private readonly SemaphoreSlim _uploads = new(ConcurrentUploads);
    private readonly KestrelServer _server;

    public ApiServer(
        CloudApiEmulatorOptions options,
        CloudApi api,
        EmulatedFaults faults,
        History<RecordedRequest> requests,
        TrafficLog traffic,
        Quiet quiet,
        Func<Task>? keep)
    {
        _keep = keep;
        _foreign = new(options);
        _options = options;
        _api = api;
        _faults = faults;
        _requests = requests;
        _traffic = traffic;
        _quiet = quiet;

        _server = new(options.Address, options.Port, MaxRequestBytes, HandleAsync, options.Middleware);
    }

    public Uri BaseAddress => _server.BaseAddress;

    /// <exception cref="IOException">The port is in use, or the address does not belong to this machine.</exception>
    public Task StartAsync(CancellationToken cancellationToken) => _server.StartAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        _uploads.Dispose();
    }

    private async ValueTask<ApiRequest> ReadAsync(HttpContext http)
    {
        if (!IsUpload(http.Request))
        {
            return await ApiRequest.ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false);
        }

        await _uploads.WaitAsync(http.RequestAborted).ConfigureAwait(false);
        try
        {
            http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MaxUploadBytes;
            return await ApiRequest.ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false);
        }
        finally
        {
            _uploads.Release();
        }
    }

    // Only requests with a valid token may be that large.
    private bool IsUpload(HttpRequest request) =>
        (ApiRequest.IsPartOfUpload(request)
            || (HttpMethods.IsPost(request.Method)
                && request.Path.Value?.EndsWith("/media", StringComparison.Ordinal) is true
                && request.HasFormContentType))
        && _api.Knows(ApiRequest.TokenOf(request));

    private async Task HandleAsync(HttpContext http)
    {
        if (_foreign.RefuseApi(http.Request) is { } foreign)
        {
            await WriteAsync(http, ApiResponse.Error(new(403, 200, $"(#200) {foreign}"))).ConfigureAwait(false);
            return;
        }

        ApiRequest request;
        try
        {
            request = await ReadAsync(http).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            http.Response.StatusCode = exception.StatusCode;
            return;
        }

        long number = _traffic.Next();
        DateTimeOffset at = _options.TimeProvider.GetUtcNow();
        long start = Stopwatch.GetTimestamp();

        // A test that waits for quiet after the response must also wait for the statuses to be queued.
        _quiet.Hold();
        try
        {
            ApiResponse response = _faults.For(new(request.Method, request.Path, request.Body)) switch
            {
                null => await RespondAsync(request).ConfigureAwait(false),
                { Moment: FaultMoment.BeforeAccepting } fault => ApiResponse.Faulty(fault),
                EmulatedFault fault => ApiResponse.Faulty(fault, await RespondAsync(request).ConfigureAwait(false)),
            };
            Record(number, at, Stopwatch.GetElapsedTime(start), request, response);
            try
            {
                if (!request.IsCutOff)
                {
                    await WriteAsync(http, response).ConfigureAwait(false);
                }
            }
            finally
            {
                response.Afterwards();
            }
        }
        finally
        {
            _quiet.Release();
        }
    }

    // A fault of the emulator itself must show in the test, not vanish in a server without a log.
    private async ValueTask<ApiResponse> RespondAsync(ApiRequest request)
    {
        try
        {
            ApiResponse response = await _api.HandleAsync(request).ConfigureAwait(false);

            // Acknowledged changes must survive a crash of the process.
            if (_keep is not null && response.IsAccepted && request.Method is not ("GET" or "HEAD"))
            {
                await _keep().ConfigureAwait(false);
            }

            return response;
        }
        catch (Exception exception)
        {
            return ApiResponse.Error(
                new Refusal(500, 131000, "(#131000) Something went wrong") { Details = $"The local Cloud API itself failed: {exception}" });
        }
    }

    private void Record(long number, DateTimeOffset at, TimeSpan duration, ApiRequest request, ApiResponse response)
    {
        RecordedRequest recorded = new(request.Body, WithoutToken(request, response.Body))
        {
            Number = number,
            At = at,
            Duration = duration,
            Method = request.Method,
            Path = request.Path,
            Query = QueryOf(request),
            ContentType = request.ContentType,
            StatusCode = response.StatusCode,
            IsAccepted = response.IsAccepted,
            Fault = response.Fault,
            ErrorCode = response.ErrorCode,
            ErrorDetails = response.ErrorDetails,
        };
        _requests.Add(recorded);
        _traffic.Stamp(recorded);
    }

    // Paging links contain the token of the query, which must not be recorded.
    private static byte[] WithoutToken(ApiRequest request, byte[] response) =>
        request.Query.GetValueOrDefault(FormBody.Token) is { Length: > 0 } token
            ? Encoding.UTF8.GetBytes(
                Encoding.UTF8.GetString(response).Replace(Uri.EscapeDataString(token), "...", StringComparison.Ordinal))
            : response;

    private static string QueryOf(ApiRequest request) => QueryHelpers.AddQueryString(
        "", request.Query
            .Where(item => !FormBody.IsAboutTheRequest(item.Key))
            .Select(item => new KeyValuePair<string, string?>(item.Key, item.Value)));

    private async Task WriteAsync(HttpContext http, ApiResponse response)
    {
        TimeSpan wait = response.Wait + _options.Latency.Next();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, _options.TimeProvider, http.RequestAborted).ConfigureAwait(false);
        }

        if (response.IsCut)
        {
            http.Abort();
            return;
        }

        HttpResponse output = http.Response;
        if (response.RetryAfter is { } retryAfter)
        {
            output.Headers.RetryAfter = ((long)retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        if (response.UsageHeader is var (name, value))
        {
            output.Headers[name] = value;
        }

        output.StatusCode = response.StatusCode;
        ReadOnlyMemory<byte> body = response.Media?.Content ?? response.Body;
        output.ContentType = response.Media?.MimeType ?? "application/json; charset=UTF-8";
        output.ContentLength = body.Length;
        if (response.Media is not null)
        {
            // A browser must not execute uploaded files.
            output.Headers.XContentTypeOptions = "nosniff";
            output.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        }

        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await output.Body.WriteAsync(body, output.HttpContext.RequestAborted).ConfigureAwait(false);
        }

        await output.CompleteAsync().ConfigureAwait(false);
    }
}
