using System.Diagnostics;
using Polly;

namespace WhatsCommerce.Http;

/// <summary>The only way to the Graph API: applies pacing, authorization, deadlines and retries, and classifies failures.</summary>
/// <remarks>
/// Avoids four pitfalls of HttpClient, here and in the registration: it retries a POST without content on its own, so every POST carries
/// content; it follows redirects, with the body, to other hosts; its own timeout is indistinguishable from cancellation by the caller; and
/// it inherits handlers that retry (<see cref="InheritedHandlers"/>, <see cref="SingleExchange"/>).
/// </remarks>
internal sealed partial class GraphTransport(GraphServices services, WhatsCommerceAccount? tenant = null)
{
    // Meta's media hosts reject requests without a user agent.
    private static readonly string UserAgent = $"WhatsCommerce.Sdk/{typeof(GraphTransport).Assembly.GetName().Version?.ToString(3)}";

    // Meta's default is 25, which takes four times the requests.
    private const int PageSize = 100;

    private readonly AppSecretProof _proof = new();
    private readonly BearerHeader _bearer = new();
    private readonly RequestTarget _target = new();
    private readonly UsageTracker _usage = new();

    public GraphServices Services => services;

    /// <summary>The last usage of the rate limits that Meta reported.</summary>
    public GraphUsage? Usage => _usage.Current;

    /// <summary>The account with the current settings.</summary>
    public GraphAccount Account => new(services.Options, services.Name, tenant);

    /// <summary>Creates a list of any length; sends nothing before it is enumerated.</summary>
    /// <param name="next">Requests one page: the number of items, and the cursor after which it begins.</param>
    /// <param name="cancellationToken">The caller's cancellation, besides the one of each enumeration.</param>
    /// <param name="pageSize">The number of items per request.</param>
    public Paged<T> List<T>(
        Func<int, string?, CancellationToken, Task<PageResponse<T>>> next, CancellationToken cancellationToken, int? pageSize = null) =>
        new GraphPaged<T>(services.Logger, next, pageSize ?? PageSize, cancellationToken);

    /// <summary>Creates a call that posts JSON.</summary>
    public GraphCall Post(GraphOperation operation, string path, byte[] body) =>
        new() { Operation = operation, Account = Account, Method = HttpMethod.Post, Path = path, Body = body };

    public GraphCall Post(GraphOperation operation, string path, StreamedContent file) =>
        new() { Operation = operation, Account = Account, Method = HttpMethod.Post, Path = path, File = file };

    /// <summary>
    /// Makes a call, with retries where <see cref="RepeatPolicy"/> allows them, and returns what its operation reads from the response.
    /// </summary>
    public async Task<TResult> CallAsync<TResult>(GraphCall call, CancellationToken cancellationToken)
        where TResult : class
    {
        using Activity? activity = Telemetry.Start(call);
        Outcome<object> outcome;
        try
        {
            if (call.MessageKind is not null && call.Account.Options.Pacing.IsOn)
            {
                await PaceAsync(call, cancellationToken).ConfigureAwait(false);
            }

            // Nearly every call succeeds in this first exchange and avoids the cost of the retry pipeline.
            call.Started = services.Time.GetTimestamp();
            call.Attempts = 1;
            string token = await TokenAsync(call, cancellationToken).ConfigureAwait(false);
            outcome = await ExchangeAsync(call, token, cancellationToken).ConfigureAwait(false);
            if (outcome.Exception is not null)
            {
                outcome = await RecoverAsync(call, token, outcome, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            Telemetry.Finish(call, exception);
            throw;
        }

        Telemetry.Finish(call, outcome.Exception);
        outcome.ThrowIfException();
        return (TResult)outcome.Result!;
    }

    private ValueTask<string> TokenAsync(GraphCall call, CancellationToken cancellationToken) => call.QuerySecret is string secret
        ? ValueTask.FromResult(secret)
        : AccessTokens.GetAsync(call.Account, services.Tokens, null, cancellationToken);

    // The first attempt has failed; the pipeline gets its outcome and decides about a retry.
    private async ValueTask<Outcome<object>> RecoverAsync(
        GraphCall call, string token, Outcome<object> failed, CancellationToken cancellationToken)
    {
        failed = await WithAnotherTokenAsync(call, token, failed, cancellationToken).ConfigureAwait(false);

        // What must not be retried bypasses the pipeline: a cancelled pipeline throws its own exception, and the information that a message
        // may have been sent would be lost.
        if (!RepeatPolicy.Allows(call, failed.Exception))
        {
            return failed;
        }

        call.FirstOutcome = failed;
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(RetryPipeline.Call, call);
            return await services.Retry.ExecuteOutcomeAsync(
                static (context, state) => state.Transport.AttemptAsync(state.Call, context.CancellationToken),
                context,
                (Transport: this, Call: call)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<Outcome<object>> AttemptAsync(GraphCall call, CancellationToken cancellationToken)
    {
        if (call.FirstOutcome is Outcome<object> first)
        {
            call.FirstOutcome = null;
            return first;
        }

        if (call.MessageKind is not null && call.Account.Options.Pacing.IsOn)
        {
            call.Paced += await PaceAsync(call, cancellationToken).ConfigureAwait(false);
        }

        call.Attempts++;
        string token = await TokenAsync(call, cancellationToken).ConfigureAwait(false);
        Outcome<object> outcome = await ExchangeAsync(call, token, cancellationToken).ConfigureAwait(false);
        return await WithAnotherTokenAsync(call, token, outcome, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<TimeSpan> PaceAsync(GraphCall call, CancellationToken cancellationToken)
    {
        TimeSpan waited = await services.Pacer.WaitAsync(
            call.Account.Options.Pacing, call.Account.RequirePhoneNumberId(), call.To, cancellationToken).ConfigureAwait(false);
        Telemetry.Paced(waited);
        return waited;
    }

    // The same token would be rejected again.
    private async ValueTask<Outcome<object>> WithAnotherTokenAsync(
        GraphCall call, string token, Outcome<object> outcome, CancellationToken cancellationToken)
    {
        if (!RepeatPolicy.AllowsAnotherToken(call, outcome.Exception))
        {
            return outcome;
        }

        call.TokenWasReplaced = true;
        call.Account = Account;
        string another = await AccessTokens.GetAsync(call.Account, services.Tokens, token, cancellationToken).ConfigureAwait(false);
        if (another == token)
        {
            return outcome;
        }

        Log.TokenReplaced(services.Logger, call.Method, call.Path);
        call.Attempts++;
        return await ExchangeAsync(call, another, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<Outcome<object>> ExchangeAsync(GraphCall call, string token, CancellationToken cancellationToken) =>
        call.FileAddress is Uri file ? OpenAsync(call, file, token, cancellationToken) : RequestAsync(call, token, cancellationToken);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Outcome<object>> RequestAsync(GraphCall call, string token, CancellationToken cancellationToken)
    {
        GraphAccount account = call.Account;
        string? proof = call.QuerySecret is null && account.AppSecret is { Length: > 0 } secret ? _proof.Get(token, secret) : null;
        call.Token = token;
        call.Proof = proof;
        MovingContent? content =
            call.File ?? (call.Body is null ? null : (MovingContent)new GraphContent(call.Body) { GoesOnce = call.Operation.IsSentOnce });
        using HttpRequestMessage request = new(call.Method, _target.Get(account, call.Path + call.Query, proof)) { Content = content };
        Authorize(request, call, token);
        if (call.Method == HttpMethod.Get)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", ResponseBody.Encodings);
        }

        // The deadline fires for both; the caller's token tells them apart.
        using CancellationTokenSource deadline = new(account.Options.Timeout, services.Time);
        content?.ExtendAsItMoves(deadline, account.Options.Timeout);
        using CancellationTokenRegistration linked = content is null
            ? Link(deadline, cancellationToken)
            : cancellationToken.UnsafeRegister(static content => ((MovingContent)content!).Cancel(), content);
        long started = services.Time.GetTimestamp();
        try
        {
            using HttpClient client = services.CreateHttpClient();
            using HttpResponseMessage response =
                await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            byte[] body = await ResponseBody.ReadAsync(response.Content, deadline.Token).ConfigureAwait(false);
            _usage.Observe(response.Headers);
            Outcome<object> outcome = response.IsSuccessStatusCode
                ? GraphOutcome.Accepted(call, response, body)
                : Outcome.FromException<object>(GraphOutcome.Refused(call, response, body, services.Time));
            return Responded(call, started, response, outcome);
        }
        catch (Exception exception) when (call.File?.SourceFailure is null && GraphOutcome.IsUnanswered(exception, content))
        {
            return Unanswered(call, started, exception, content, deadline, cancellationToken);
        }
    }

    private void Authorize(HttpRequestMessage request, GraphCall call, string token)
    {
        // Set without validation: parsing and formatting them for each request would be wasted time. The token was checked when it was
        // fetched.
        if (call.QuerySecret is null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", call.IsUploadSession ? $"OAuth {token}" : _bearer.Get(token));
        }

        if (call.FileOffset is long offset)
        {
            request.Headers.TryAddWithoutValidation("file_offset", offset.ToString(CultureInfo.InvariantCulture));
        }

        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
    }

    private static CancellationTokenRegistration Link(CancellationTokenSource deadline, CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline);

    private Outcome<object> Responded(GraphCall call, long started, HttpResponseMessage response, Outcome<object> outcome)
    {
        TimeSpan elapsed = services.Time.GetElapsedTime(started);
        call.LastStatus = response.StatusCode;
        Telemetry.Exchanged(call, elapsed, (int)response.StatusCode, outcome.Exception);
        Log.Responded(services.Logger, call.Method, call.Path, (int)response.StatusCode, elapsed.TotalMilliseconds);
        return outcome;
    }

    private Outcome<object> Unanswered(
        GraphCall call,
        long started,
        Exception exception,
        MovingContent? content,
        CancellationTokenSource deadline,
        CancellationToken cancellationToken)
    {
        TimeSpan elapsed = services.Time.GetElapsedTime(started);
        if (cancellationToken.IsCancellationRequested && !GraphOutcome.IsOfTheConnection(exception))
        {
            Telemetry.Exchanged(call, elapsed, null, exception);
            return Outcome.FromException<object>(call.Operation.IsSentOnce && content is { WritingBegan: true }
                ? new SendCanceledException(exception, cancellationToken)
                : new OperationCanceledException(exception.Message, exception, cancellationToken));
        }

        GraphException failure = GraphOutcome.Unanswered(call, exception, content, deadline.IsCancellationRequested);
        Telemetry.Exchanged(call, elapsed, null, failure);
        Log.Unanswered(services.Logger, failure, call.Method, call.Path, elapsed.TotalMilliseconds);
        return Outcome.FromException<object>(failure);
    }
}
