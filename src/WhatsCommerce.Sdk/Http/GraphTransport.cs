using System.Diagnostics;
using System.Runtime.CompilerServices;
using Polly;
using WhatsCommerce.Diagnostics;

namespace WhatsCommerce.Http;

/// <summary>The one way to the Graph API: pace, authorization, deadline, repetition, and what each way of failing means.</summary>
/// <remarks>
/// Four traps of HttpClient are closed here and in the registration: it repeats a POST without content by itself, so every POST carries
/// content; it follows redirects, with the body, to other hosts; its own time-out looks like the caller's cancellation; and it inherits
/// handlers that repeat (<see cref="InheritedHandlers"/>, <see cref="SingleExchange"/>).
/// </remarks>
internal sealed partial class GraphTransport(GraphServices services, WhatsCommerceAccount? tenant = null)
{
    // Meta's media hosts turn requests away that do not say who asks.
    private static readonly string UserAgent = $"WhatsCommerce.Sdk/{typeof(GraphTransport).Assembly.GetName().Version?.ToString(3)}";

    private readonly AppSecretProof _proof = new();
    private readonly BearerHeader _bearer = new();
    private readonly RequestTarget _target = new();
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
            Query = endpoint.Query,
            Operation = endpoint.Operation,
            Uncertainty = endpoint.Uncertainty,
            IfRefused = endpoint.IfRefused,
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
        Outcome<object> outcome;
        try
        {
            if (call.MessageKind is not null && call.Account.Options.Pacing.IsOn)
            {
                await PaceAsync(call, cancellationToken).ConfigureAwait(false);
            }

            // Nearly every call is over with this one exchange, and does without the machinery that repeats it.
            call.Started = services.Time.GetTimestamp();
            call.Attempts = 1;
            string token = await AccessTokens.GetAsync(call.Account, services.Tokens, null, cancellationToken).ConfigureAwait(false);
            outcome = await call.ExchangeAsync(token, cancellationToken).ConfigureAwait(false);
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

    // The first attempt has failed; the pipeline is given its outcome, and decides whether there is another one.
    private async ValueTask<Outcome<object>> RecoverAsync(GraphCall call, string token, Outcome<object> failed, CancellationToken cancellationToken)
    {
        failed = await WithAnotherTokenAsync(call, token, failed, cancellationToken).ConfigureAwait(false);

        // What must not be repeated does not pass through: a pipeline that is cancelled says so in place of what it was given, and whether
        // a message may have been sent would be lost.
        if (failed.Exception is not GraphException { IsRetrySafe: true })
        {
            return failed;
        }

        call.FirstOutcome = failed;
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(GraphCall.Key, call);
            return await services.Retry.ExecuteOutcomeAsync(
                static (context, call) => call.Transport.AttemptAsync(call, context.CancellationToken), context, call).ConfigureAwait(false);
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
        string token = await AccessTokens.GetAsync(call.Account, services.Tokens, null, cancellationToken).ConfigureAwait(false);
        Outcome<object> outcome = await call.ExchangeAsync(token, cancellationToken).ConfigureAwait(false);
        return await WithAnotherTokenAsync(call, token, outcome, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<TimeSpan> PaceAsync(GraphCall call, CancellationToken cancellationToken)
    {
        TimeSpan waited = await services.Pacer.WaitAsync(
            call.Account.Options.Pacing, call.Account.RequirePhoneNumberId(), call.To, cancellationToken).ConfigureAwait(false);
        Telemetry.Paced(waited);
        return waited;
    }

    // A refused token was rejected before processing. It may have been rotated since it was taken; one that is no other would be refused again.
    private async ValueTask<Outcome<object>> WithAnotherTokenAsync(GraphCall call, string token, Outcome<object> outcome, CancellationToken cancellationToken)
    {
        if (outcome.Exception is not GraphAuthenticationException || call.TokenWasReplaced || !call.CanRepeat)
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
        return await call.ExchangeAsync(another, cancellationToken).ConfigureAwait(false);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<Outcome<object>> ExchangeAsync<TAnswer>(GraphCall<TAnswer> call, string token, CancellationToken cancellationToken)
        where TAnswer : class
    {
        GraphAccount account = call.Account;
        string? proof = account.AppSecret is { Length: > 0 } secret ? _proof.Get(token, secret) : null;
        call.Token = token;
        call.Proof = proof;
        MovingContent? content = call.File ?? (call.Body is null ? null : (MovingContent)new GraphContent(call.Body) { GoesOnce = call.IsSend });
        using HttpRequestMessage request = new(call.Method, _target.Get(account, call.Query.AppendTo(call.Path), proof)) { Content = content };
        Authorize(request, token);
        if (call.Method == HttpMethod.Get)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", AnswerBody.Encodings);
        }

        // The deadline goes off for either reason; the caller's token tells which.
        using CancellationTokenSource deadline = new(account.Options.Timeout, services.Time);
        using CancellationTokenRegistration linked = Link(deadline, cancellationToken);
        content?.ExtendAsItMoves(deadline, account.Options.Timeout);
        long started = services.Time.GetTimestamp();
        try
        {
            using HttpClient client = services.CreateHttpClient();
            using HttpResponseMessage response =
                await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            byte[] body = await AnswerBody.ReadAsync(response.Content, deadline.Token).ConfigureAwait(false);
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

    private void Authorize(HttpRequestMessage request, string token)
    {
        // As they go over the wire: parsing and printing them for each request is time without use. The token was checked when it was taken.
        request.Headers.TryAddWithoutValidation("Authorization", _bearer.Get(token));
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
        GraphCall call, long started, Exception exception, MovingContent? content, CancellationTokenSource deadline, CancellationToken cancellationToken)
    {
        TimeSpan elapsed = services.Time.GetElapsedTime(started);
        if (cancellationToken.IsCancellationRequested && exception is not (HttpRequestException or IOException))
        {
            Telemetry.Exchanged(call, elapsed, null, exception);
            return Outcome.FromException<object>(call.IsSend && content is { WritingBegan: true }
                ? new SendCanceledException(exception, cancellationToken)
                : new OperationCanceledException(exception.Message, exception, cancellationToken));
        }

        GraphException failure = GraphOutcome.Unanswered(call, exception, content, deadline.IsCancellationRequested);
        Telemetry.Exchanged(call, elapsed, null, failure);
        Log.Unanswered(services.Logger, failure, call.Method, call.Path, elapsed.TotalMilliseconds);
        return Outcome.FromException<object>(failure);
    }
}
