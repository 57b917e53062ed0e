using System.Diagnostics;
using System.Net.Http.Headers;
using Polly;
using WhatsCommerce.Diagnostics;

namespace WhatsCommerce.Http;

/// <summary>The one way to the Graph API: pace, authorization, deadline, repetition, and what each way of failing means.</summary>
/// <remarks>
/// Three traps of HttpClient are closed here and in the registration: it repeats a POST without content by itself, so every POST carries
/// content; it follows redirects, with the body, to other hosts; and its own time-out looks like the caller's cancellation.
/// </remarks>
internal sealed partial class GraphTransport(GraphServices services, WhatsCommerceAccount? tenant = null)
{
    // Meta's media hosts turn requests away that do not say who asks.
    private static readonly string UserAgent = $"WhatsCommerce.Sdk/{typeof(GraphTransport).Assembly.GetName().Version?.ToString(3)}";

    private readonly AppSecretProof _proof = new();
    private readonly UsageTracker _usage = new();

    public GraphServices Services => services;

    /// <summary>What Meta last told about the use of limits.</summary>
    public GraphUsage? Usage => _usage.Current;

    /// <summary>The account as it is now.</summary>
    public GraphAccount Account => new(services.Options, services.Name, tenant);

    /// <summary>
    /// Makes a request that must not be carried out twice. It is repeated only when it was rejected before processing or never written; when
    /// its outcome is open, that ends it.
    /// </summary>
    /// <param name="endpoint">Where to.</param>
    /// <param name="body">The JSON to post.</param>
    /// <param name="to">The recipient; hidden in whatever is reported, and paced by.</param>
    /// <param name="messageKind">The kind of the message that is sent, if it is one.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    public Task<TAnswer> SendOnceAsync<TAnswer>(
        GraphEndpoint<TAnswer> endpoint, byte[] body, Recipient to, string? messageKind, CancellationToken cancellationToken)
        where TAnswer : class =>
        RunAsync<TAnswer>(Call(endpoint, body, isSend: true, to, messageKind), cancellationToken);

    /// <summary>As <see cref="SendOnceAsync"/>, with the answer as it came.</summary>
    public async Task<(TAnswer Value, GraphAnswer Answer)> SendOnceForAnswerAsync<TAnswer>(
        GraphEndpoint<TAnswer> endpoint, byte[] body, Recipient to, string? messageKind, CancellationToken cancellationToken)
        where TAnswer : class
    {
        GraphCall<TAnswer> call = Call(endpoint, body, isSend: true, to, messageKind, keepsAnswer: true);
        TAnswer value = await RunAsync<TAnswer>(call, cancellationToken).ConfigureAwait(false);
        return (value, call.Answer!);
    }

    /// <summary>
    /// Makes a request that changes nothing more when it is made twice: a reading one, or one that sets a state. It is also repeated after a
    /// failure on Meta's side and when no answer came.
    /// </summary>
    /// <param name="endpoint">Where to.</param>
    /// <param name="body">The JSON to post, if there is any.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    public Task<TAnswer> SendIdempotentAsync<TAnswer>(GraphEndpoint<TAnswer> endpoint, byte[]? body, CancellationToken cancellationToken)
        where TAnswer : class =>
        RunAsync<TAnswer>(Call(endpoint, body ?? (endpoint.Method == HttpMethod.Post ? [] : null)), cancellationToken);

    private GraphCall<TAnswer> Call<TAnswer>(
        GraphEndpoint<TAnswer> endpoint,
        byte[]? body,
        bool isSend = false,
        Recipient to = default,
        string? messageKind = null,
        bool keepsAnswer = false,
        StreamedContent? file = null)
        where TAnswer : class
    {
        GraphAccount account = Account;
        return new GraphCall<TAnswer>
        {
            Transport = this,
            Account = account,
            Endpoint = endpoint,
            Method = endpoint.Method,
            Path = endpoint.Path(account),
            Operation = endpoint.Operation,
            Uncertainty = endpoint.Uncertainty,
            Body = body,
            File = file,
            CanRepeat = file is null,
            IsSend = isSend,
            To = to,
            MessageKind = messageKind,
            KeepsAnswer = keepsAnswer,
        };
    }

    private async Task<TResult> RunAsync<TResult>(GraphCall call, CancellationToken cancellationToken)
        where TResult : class
    {
        using Activity? activity = Telemetry.Start(call);
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        Outcome<object> outcome;
        try
        {
            context.Properties.Set(GraphCall.Key, call);
            outcome = await services.Retry.ExecuteOutcomeAsync(
                static (context, call) => call.Transport.AttemptAsync(call, context.CancellationToken), context, call).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }

        Telemetry.Finish(call, outcome.Exception);
        outcome.ThrowIfException();
        return (TResult)outcome.Result!;
    }

    private async ValueTask<Outcome<object>> AttemptAsync(GraphCall call, CancellationToken cancellationToken)
    {
        PacingOptions pacing = call.Account.Options.Pacing;
        if (call.MessageKind is not null && pacing.IsOn)
        {
            TimeSpan waited = await services.Pacer.WaitAsync(pacing, call.Account.RequirePhoneNumberId(), call.To, cancellationToken).ConfigureAwait(false);
            call.Paced += call.Attempts == 0 ? TimeSpan.Zero : waited;
            Telemetry.Paced(waited);
        }

        if (call.Attempts++ == 0)
        {
            call.Started = services.Time.GetTimestamp();
        }

        string token = await AccessTokens.GetAsync(call.Account, services.Tokens, null, cancellationToken).ConfigureAwait(false);
        Outcome<object> outcome = await call.ExchangeAsync(token, cancellationToken).ConfigureAwait(false);
        if (outcome.Exception is not GraphAuthenticationException || call.TokenWasReplaced || !call.CanRepeat)
        {
            return outcome;
        }

        // Rejected before processing. The token may have been rotated since it was taken; one that is no other would be refused again.
        call.TokenWasReplaced = true;
        call.Account = Account;
        string another = await AccessTokens.GetAsync(call.Account, services.Tokens, token, cancellationToken).ConfigureAwait(false);
        if (another == token)
        {
            return outcome;
        }

        Log.TokenReplaced(services.Logger, call.Method, call.Path);
        call.Attempts++;
        return await call.ExchangeAsync(another, cancellationToken).ConfigureAwait(false);
    }

    internal async ValueTask<Outcome<object>> ExchangeAsync<TAnswer>(GraphCall<TAnswer> call, string token, CancellationToken cancellationToken)
        where TAnswer : class
    {
        GraphAccount account = call.Account;
        string? proof = account.AppSecret is { Length: > 0 } secret ? _proof.Get(token, secret) : null;
        call.Redaction = new Redaction(token, account.AppSecret, proof, call.To.Value);
        HttpContent? content = call.File ?? (call.Body is null ? null : (HttpContent)new GraphContent(call.Body));
        using HttpRequestMessage request = new(call.Method, account.Resolve(call.Path, proof)) { Content = content };
        Authorize(request, token);

        // The deadline goes off for either reason; the caller's token tells which.
        using CancellationTokenSource deadline = new(account.Options.Timeout, services.Time);
        using CancellationTokenRegistration linked = Link(deadline, cancellationToken);
        call.File?.ExtendAsItMoves(deadline, account.Options.Timeout);
        long started = services.Time.GetTimestamp();
        try
        {
            using HttpClient client = services.CreateHttpClient();
            using HttpResponseMessage response = await client.SendAsync(request, deadline.Token).ConfigureAwait(false);
            byte[] body = await response.Content.ReadAsByteArrayAsync(deadline.Token).ConfigureAwait(false);
            _usage.Observe(response.Headers);
            Outcome<object> outcome = response.IsSuccessStatusCode
                ? GraphOutcome.Accepted(call, response, body)
                : Outcome.FromException<object>(GraphOutcome.Refused(call, response, body, services.Time));
            return Answered(call, started, response, outcome);
        }
        catch (Exception exception) when (call.File?.SourceFailure is null && GraphOutcome.IsUnanswered(exception, content))
        {
            return Unanswered(call, started, exception, content, deadline, cancellationToken);
        }
    }

    private static void Authorize(HttpRequestMessage request, string token)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
    }

    private static CancellationTokenRegistration Link(CancellationTokenSource deadline, CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline);

    private Outcome<object> Answered(GraphCall call, long started, HttpResponseMessage response, Outcome<object> outcome)
    {
        TimeSpan elapsed = services.Time.GetElapsedTime(started);
        call.LastStatus = response.StatusCode;
        Telemetry.Exchanged(call, elapsed, (int)response.StatusCode, outcome.Exception);
        Log.Answered(services.Logger, call.Method, call.Path, (int)response.StatusCode, elapsed.TotalMilliseconds);
        return outcome;
    }

    private Outcome<object> Unanswered(
        GraphCall call, long started, Exception exception, HttpContent? content, CancellationTokenSource deadline, CancellationToken cancellationToken)
    {
        TimeSpan elapsed = services.Time.GetElapsedTime(started);
        if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            Telemetry.Exchanged(call, elapsed, null, exception);
            return Outcome.FromException<object>(call.IsSend && content is GraphContent { WritingBegan: true }
                ? new SendCanceledException(exception, cancellationToken)
                : new OperationCanceledException(exception.Message, exception, cancellationToken));
        }

        GraphException failure = GraphOutcome.Unanswered(call, exception, content, deadline.IsCancellationRequested);
        Telemetry.Exchanged(call, elapsed, null, failure);
        Log.Unanswered(services.Logger, failure, call.Method, call.Path, elapsed.TotalMilliseconds);
        return Outcome.FromException<object>(failure);
    }
}
