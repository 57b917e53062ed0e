using Polly;

namespace WhatsCommerce.Http;

/// <content>Downloads.</content>
internal sealed partial class GraphTransport
{
    private const int MaxErrorBytes = 64 * 1024;

    private static readonly GraphOperation Download =
        new("download_media", static _ => throw new NotSupportedException("A file is not read, but given as a stream."));

    /// <summary>Opens a file at a URL from a response. The token is sent only to Meta's hosts; other URLs are refused.</summary>
    /// <exception cref="UntrustedAddressException">The URL is not Meta's, or redirects.</exception>
    public Task<HttpResponseStream> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        GraphAccount account = Account;
        if (!TokenAudience.Accepts(address, account.Options.BaseAddress))
        {
            string? host = address.IsAbsoluteUri ? address.Host : null;
            throw new UntrustedAddressException(
                $"The address of the file ({(host is null ? "not an absolute one" : $"{address.Scheme}://{host}")}) is not the Graph "
                    + "API's, nor https at a media host of Meta's. It was not called, and no token was sent.",
                host);
        }

        GraphCall call = new()
        {
            Operation = Download,
            Account = account,
            Method = HttpMethod.Get,
            Path = $"{address.Host}{address.AbsolutePath}",
            FileAddress = address,
        };
        return CallAsync<HttpResponseStream>(call, cancellationToken);
    }

    private async ValueTask<Outcome<object>> OpenAsync(GraphCall call, Uri address, string token, CancellationToken cancellationToken)
    {
        // No appsecret_proof: the URL of a file is already signed.
        call.Token = token;
        using HttpRequestMessage request = new(call.Method, address);
        Authorize(request, call, token);
        CancellationTokenSource deadline = new(call.Account.Options.Timeout, services.Time);
        CancellationTokenRegistration linked = Link(deadline, cancellationToken);
        long started = services.Time.GetTimestamp();
        HttpResponseMessage? response = null;
        HttpResponseStream? stream = null;
        try
        {
            HttpClient client = services.CreateHttpClient();
            response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                return Responded(call, started, response, Outcome.FromException<object>(
                    Redirects(address, response)
                        ?? (Exception)GraphOutcome.Refused(
                            call, response, await ReadBeginningAsync(response, deadline.Token).ConfigureAwait(false), services.Time)));
            }

            Stream body = await response.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);

            // From here on the deadline is the reader's: the stream restarts it for each piece that is awaited.
            linked.Dispose();
            deadline.CancelAfter(Timeout.InfiniteTimeSpan);
            stream = new HttpResponseStream(body, response, client, deadline, call.Account.Options.Timeout);
            return Responded(call, started, response, Outcome.FromResult<object>(stream));
        }
        catch (Exception exception) when (GraphOutcome.IsUnanswered(exception, null))
        {
            return Unanswered(call, started, exception, null, deadline, cancellationToken);
        }
        finally
        {
            await linked.DisposeAsync().ConfigureAwait(false);
            if (stream is null)
            {
                response?.Dispose();
                deadline.Dispose();
            }
        }
    }

    private static UntrustedAddressException? Redirects(Uri address, HttpResponseMessage response)
    {
        if ((int)response.StatusCode is < 300 or >= 400)
        {
            return null;
        }

        string? host = response.Headers.Location is { IsAbsoluteUri: true } target ? target.Host : null;
        return new UntrustedAddressException(
            $"{address.Host} answered {(int)response.StatusCode} with a redirect{(host is null ? "" : $" to the host '{host}'")}, which is "
                + "not followed: no token was sent there.",
            host);
    }

    private static async Task<byte[]> ReadBeginningAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[MaxErrorBytes];
        int length = 0;
        try
        {
            Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException)
        {
            // The status is enough; an error response that was truncated is still an error.
        }

        return buffer[..length];
    }
}
