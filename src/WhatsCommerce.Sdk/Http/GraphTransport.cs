using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsCommerce.Diagnostics;

namespace WhatsCommerce.Http;

/// <summary>The one way to the Graph API: authorization, deadline, and what each way of failing means.</summary>
/// <remarks>
/// Three traps of HttpClient are closed here and in the registration: it repeats a POST without content by itself, so every request
/// carries content; it follows redirects, with the body, to other hosts; and its own time-out looks like the caller's cancellation.
/// </remarks>
internal sealed partial class GraphTransport(
    string name, IHttpClientFactory clients, IOptionsMonitor<WhatsCommerceOptions> options, TimeProvider time, ILogger logger)
{
    public static string HttpClientName(string name) => name.Length == 0 ? "WhatsCommerce" : $"WhatsCommerce:{name}";

    /// <summary>Makes a request that must not be carried out twice, once.</summary>
    /// <param name="endpoint">Where to.</param>
    /// <param name="body">The JSON to post.</param>
    /// <param name="recipient">The recipient as it is on the wire; hidden in whatever is reported.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    public async Task<TAnswer> SendOnceAsync<TAnswer>(
        GraphEndpoint<TAnswer> endpoint, byte[] body, string? recipient, CancellationToken cancellationToken)
        where TAnswer : class
    {
        GraphAccount account = new(options.Get(name), name);
        string token = account.RequireAccessToken();
        Redaction redaction = new(token, recipient);
        GraphContent content = new(body);
        using HttpRequestMessage request = new(endpoint.Method, account.Resolve(endpoint.Path(account))) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using CancellationTokenSource deadline = new(account.Options.Timeout, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        long started = time.GetTimestamp();
        try
        {
            using HttpClient client = clients.CreateClient(HttpClientName(name));
            using HttpResponseMessage response = await client.SendAsync(request, either.Token).ConfigureAwait(false);
            byte[] answer = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            Log.Answered(logger, request.Method, request.RequestUri!.AbsolutePath, (int)response.StatusCode, time.GetElapsedTime(started).TotalMilliseconds);
            return response.IsSuccessStatusCode
                ? ReadSuccess(endpoint, response, answer, redaction)
                : throw Refused(response, answer, redaction);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            if (content.WritingBegan)
            {
                throw new SendCanceledException(exception, cancellationToken);
            }

            throw;
        }
        catch (Exception exception) when (IsUnanswered(exception, content.WritingBegan))
        {
            GraphException failure = Unanswered(account, content.WritingBegan, deadline.IsCancellationRequested, exception);
            Log.Unanswered(logger, failure, request.Method, request.RequestUri!.AbsolutePath, time.GetElapsedTime(started).TotalMilliseconds);
            throw failure;
        }
    }

    // Whatever breaks after the request began to be written leaves the outcome open, also in a handler that the app added.
    private static bool IsUnanswered(Exception exception, bool writingBegan) =>
        exception is not WhatsCommerceException && (writingBegan || exception is HttpRequestException or IOException or OperationCanceledException);

    private static TAnswer ReadSuccess<TAnswer>(
        GraphEndpoint<TAnswer> endpoint, HttpResponseMessage response, byte[] body, Redaction redaction)
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

        throw new SendOutcomeUnknownException(
            $"Meta answered {(int)response.StatusCode} with {GraphAnswer.Beginning(body, redaction)}, which does not name the message. {NotRepeated}",
            new GraphFailure { StatusCode = response.StatusCode, ErrorClass = GraphErrorClass.OutcomeUnknown },
            cause);
    }

    private GraphException Refused(HttpResponseMessage response, byte[] body, Redaction redaction)
    {
        (string sentence, GraphFailure failure) = GraphAnswer.Explain(response, body, redaction, time);
        return failure.ErrorClass is GraphErrorClass.OutcomeUnknown or GraphErrorClass.Unknown
            ? new SendOutcomeUnknownException($"{sentence}. {NotRepeated}", failure)
            : new GraphException($"{sentence}.", failure);
    }

    private static GraphException Unanswered(GraphAccount account, bool writingBegan, bool timedOut, Exception exception)
    {
        string host = account.Options.BaseAddress.Authority;
        string what = timedOut
            ? $"{host} did not answer within {account.Options.Timeout:c} (WhatsCommerceOptions.Timeout)"
            : $"The connection to {host} failed: {exception.Message}";

        return writingBegan
            ? new SendOutcomeUnknownException($"{what}. {NotRepeated}", new GraphFailure { ErrorClass = GraphErrorClass.OutcomeUnknown }, exception)
            : new GraphException($"{what}. The request was never written, so it may be repeated.", new GraphFailure { IsRetrySafe = true }, exception);
    }

    private const string NotRepeated = "The message may or may not have been sent; it was not repeated.";
}
