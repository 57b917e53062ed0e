using System.Net.Http.Headers;
using System.Text.Json;
using WhatsCommerce.Diagnostics;

namespace WhatsCommerce.Http;

/// <content>Requests that may be made twice without harm, uploads, and files.</content>
internal sealed partial class GraphTransport
{
    // Meta's media hosts turn requests away that do not say who asks.
    private static readonly ProductInfoHeaderValue UserAgent =
        new("WhatsCommerce.Sdk", typeof(GraphTransport).Assembly.GetName().Version?.ToString(3));

    private const int MaxErrorBytes = 64 * 1024;

    /// <summary>Makes a request that changes nothing more when it is made twice.</summary>
    /// <param name="endpoint">Where to.</param>
    /// <param name="content">Makes the body, anew for each time; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    public Task<TAnswer> CallAsync<TAnswer>(GraphEndpoint<TAnswer> endpoint, Func<HttpContent>? content, CancellationToken cancellationToken)
        where TAnswer : class => ExchangeAsync(endpoint, content?.Invoke(), isRepeatable: true, cancellationToken);

    /// <summary>Makes a request whose body can be read only once. The deadline counts from the last piece that was written.</summary>
    public Task<TAnswer> UploadAsync<TAnswer>(GraphEndpoint<TAnswer> endpoint, StreamedContent content, CancellationToken cancellationToken)
        where TAnswer : class => ExchangeAsync(endpoint, content, isRepeatable: false, cancellationToken);

    /// <summary>Opens a file at an address that an answer named, with the token if the address is Meta's, else not at all.</summary>
    /// <exception cref="UntrustedAddressException">The address is not Meta's, or redirects.</exception>
    public async Task<HttpResponseStream> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        GraphAccount account = new(options.Get(name), name);
        if (!TokenAudience.Accepts(address, account.Options.BaseAddress))
        {
            string? host = address.IsAbsoluteUri ? address.Host : null;
            throw new UntrustedAddressException(
                $"The address of the file ({(host is null ? "not an absolute one" : $"{address.Scheme}://{host}")}) is not the Graph API's, nor https at a media host of Meta's. It was not called, and no token was sent.",
                host);
        }

        string token = account.RequireAccessToken();
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        Authorize(request, token);
        CancellationTokenSource deadline = new(account.Options.Timeout, time);
        HttpResponseMessage? response = null;
        try
        {
            HttpClient client = clients.CreateClient(HttpClientName(name));
            response = await RequestAsync(client, request, null, account, deadline, HttpCompletionOption.ResponseHeadersRead, isRepeatable: true, cancellationToken)
                .ConfigureAwait(false);
            if ((int)response.StatusCode is >= 300 and < 400)
            {
                string? host = response.Headers.Location is { IsAbsoluteUri: true } target ? target.Host : null;
                throw new UntrustedAddressException(
                    $"{address.Host} answered {(int)response.StatusCode} with a redirect{(host is null ? "" : $" to the host '{host}'")}, which is not followed: no token was sent there.",
                    host);
            }

            if (!response.IsSuccessStatusCode)
            {
                throw Failed(response, await ReadBeginningAsync(response, deadline, cancellationToken).ConfigureAwait(false), new Redaction(token, null), isRepeatable: true);
            }

            Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);

            // From here on it is the reader's time; the stream sets the deadline for each piece that is awaited.
            deadline.CancelAfter(Timeout.InfiniteTimeSpan);
            return new HttpResponseStream(body, response, client, deadline, account.Options.Timeout);
        }
        catch
        {
            response?.Dispose();
            deadline.Dispose();
            throw;
        }
    }

    private async Task<TAnswer> ExchangeAsync<TAnswer>(
        GraphEndpoint<TAnswer> endpoint, HttpContent? content, bool isRepeatable, CancellationToken cancellationToken)
        where TAnswer : class
    {
        GraphAccount account = new(options.Get(name), name);
        string token = account.RequireAccessToken();
        using HttpRequestMessage request = new(endpoint.Method, account.Resolve(endpoint.Path(account))) { Content = content };
        Authorize(request, token);

        using CancellationTokenSource deadline = new(account.Options.Timeout, time);
        StreamedContent? streamed = content as StreamedContent;
        if (streamed is not null)
        {
            streamed.Moved = () => deadline.CancelAfter(account.Options.Timeout);
        }

        using HttpClient client = clients.CreateClient(HttpClientName(name));
        using HttpResponseMessage response = await RequestAsync(
            client, request, streamed, account, deadline, HttpCompletionOption.ResponseContentRead, isRepeatable, cancellationToken).ConfigureAwait(false);
        byte[] answer = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        Redaction redaction = new(token, null);
        return response.IsSuccessStatusCode
            ? Read(endpoint, response, answer, redaction)
            : throw Failed(response, answer, redaction, isRepeatable);
    }

    /// <summary>Makes the request, and says what it means when no answer comes.</summary>
    private async Task<HttpResponseMessage> RequestAsync(
        HttpClient client, HttpRequestMessage request, StreamedContent? streamed, GraphAccount account, CancellationTokenSource deadline,
        HttpCompletionOption completion, bool isRepeatable, CancellationToken cancellationToken)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        long started = time.GetTimestamp();
        string path = request.RequestUri!.AbsolutePath;
        try
        {
            HttpResponseMessage response = await client.SendAsync(request, completion, either.Token).ConfigureAwait(false);
            Log.Answered(logger, request.Method, path, (int)response.StatusCode, time.GetElapsedTime(started).TotalMilliseconds);
            return response;
        }
        catch (Exception exception) when (
            exception is HttpRequestException or IOException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested
            && streamed?.SourceFailure is null)
        {
            string host = request.RequestUri.Authority;
            string what = deadline.IsCancellationRequested
                ? $"{host} did not answer within {account.Options.Timeout:c} (WhatsCommerceOptions.Timeout)"
                : $"The connection to {host} failed: {exception.Message}";
            GraphException failure = new($"{what}.", new GraphFailure { IsRetrySafe = isRepeatable }, exception);
            Log.Unanswered(logger, failure, request.Method, path, time.GetElapsedTime(started).TotalMilliseconds);
            throw failure;
        }
    }

    private static void Authorize(HttpRequestMessage request, string token)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.UserAgent.Add(UserAgent);
    }

    private static TAnswer Read<TAnswer>(GraphEndpoint<TAnswer> endpoint, HttpResponseMessage response, byte[] body, Redaction redaction)
        where TAnswer : class
    {
        Exception? cause = null;
        try
        {
            if (JsonSerializer.Deserialize(body, endpoint.Answer) is TAnswer answer && endpoint.IsComplete(answer))
            {
                return answer;
            }
        }
        catch (JsonException exception)
        {
            cause = exception;
        }

        throw new GraphException(
            $"Meta answered {(int)response.StatusCode} with {GraphAnswer.Beginning(body, redaction)}, which is not the answer to this request.",
            new GraphFailure { StatusCode = response.StatusCode, ErrorClass = GraphErrorClass.OutcomeUnknown },
            cause);
    }

    private GraphException Failed(HttpResponseMessage response, byte[] body, Redaction redaction, bool isRepeatable)
    {
        (string sentence, GraphFailure failure) = GraphAnswer.Explain(response, body, redaction, time);
        return new GraphException($"{sentence}.", failure with
        {
            IsRetrySafe = failure.IsRetrySafe || (isRepeatable && failure.ErrorClass == GraphErrorClass.OutcomeUnknown),
        });
    }

    private static async Task<byte[]> ReadBeginningAsync(HttpResponseMessage response, CancellationTokenSource deadline, CancellationToken cancellationToken)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        byte[] buffer = new byte[MaxErrorBytes];
        int length = 0;
        try
        {
            Stream body = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
            length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, either.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // The status says enough; an error whose text was cut off is still that error.
        }

        return buffer[..length];
    }
}
