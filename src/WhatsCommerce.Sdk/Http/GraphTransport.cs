using System.Diagnostics;
using System.Net.Http.Headers;
using Polly;
using WhatsCommerce.Diagnostics;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Http;

/// <summary>The one way to the Graph API: pace, authorization, deadline, repetition, and what each way of failing means.</summary>
/// <remarks>
/// Three traps of HttpClient are closed here and in the registration: it repeats a POST without content by itself, so every POST carries
/// content; it follows redirects, with the body, to other hosts; and its own time-out looks like the caller's cancellation.
/// </remarks>
internal sealed class GraphTransport(GraphServices services, WhatsCommerceAccount? tenant = null)
{
    private readonly AppSecretProof _proof = new();
    private readonly UsageTracker _usage = new();

    public GraphServices Services => services;

    public WhatsCommerceAccount? Tenant => tenant;

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
    /// <param name="message">The message that is sent, if it is one.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    public Task<TAnswer> SendOnceAsync<TAnswer>(
        GraphEndpoint<TAnswer> endpoint, byte[] body, Recipient to, OutboundMessage? message, CancellationToken cancellationToken)
        where TAnswer : class =>
        RunAsync(Call(endpoint, body, isSend: true, to, message), cancellationToken);

    /// <summary>As <see cref="SendOnceAsync"/>, with the answer as it came.</summary>
    public async Task<(TAnswer Value, GraphAnswer Answer)> SendOnceForAnswerAsync<TAnswer>(
        GraphEndpoint<TAnswer> endpoint, byte[] body, Recipient to, OutboundMessage? message, CancellationToken cancellationToken)
        where TAnswer : class
    {
        GraphCall<TAnswer> call = Call(endpoint, body, isSend: true, to, message, keepsAnswer: true);
        TAnswer value = await RunAsync(call, cancellationToken).ConfigureAwait(false);
        return (value, call.Answer!);
    }

    /// <summary>
    /// Makes a request that changes nothing when it is made twice: a reading one, or one that sets a state. It is also repeated after a
    /// failure on Meta's side and when no answer came.
    /// </summary>
    /// <param name="endpoint">Where to.</param>
    /// <param name="body">The JSON to post, if there is any.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    public Task<TAnswer> SendIdempotentAsync<TAnswer>(GraphEndpoint<TAnswer> endpoint, byte[]? body, CancellationToken cancellationToken)
        where TAnswer : class =>
        RunAsync(Call(endpoint, body, isSend: false, default, null), cancellationToken);

    private GraphCall<TAnswer> Call<TAnswer>(
        GraphEndpoint<TAnswer> endpoint, byte[]? body, bool isSend, Recipient to, OutboundMessage? message, bool keepsAnswer = false)
        where TAnswer : class
    {
        GraphAccount account = Account;
        return new GraphCall<TAnswer>
        {
            Transport = this,
            Endpoint = endpoint,
            Account = account,
            Method = endpoint.Method,
            Path = endpoint.Path(account),
            Operation = endpoint.Operation,
            Uncertainty = endpoint.Uncertainty,
            Body = body ?? (endpoint.Method == HttpMethod.Post ? [] : null),
            IsSend = isSend,
            To = to,
            MessageKind = message?.Kind,
            KeepsAnswer = keepsAnswer,
        };
    }

    private async Task<TAnswer> RunAsync<TAnswer>(GraphCall<TAnswer> call, CancellationToken cancellationToken)
        where TAnswer : class
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
        return (TAnswer)outcome.Result!;
    }

    private async ValueTask<Outcome<object>> AttemptAsync<TAnswer>(GraphCall<TAnswer> call, CancellationToken cancellationToken)
        where TAnswer : class
    {
        PacingOptions pacing = call.Account.Options.Pacing;
        if (call.MessageKind is not null && pacing.IsOn)
        {
            await PaceAsync(call, pacing, cancellationToken).ConfigureAwait(false);
        }

        if (call.Attempts++ == 0)
        {
            call.Started = services.Time.GetTimestamp();
        }

        string token = await AccessTokens.GetAsync(call.Account, services.Tokens, null, cancellationToken).ConfigureAwait(false);
        Outcome<object> outcome = await ExchangeAsync(call, token, cancellationToken).ConfigureAwait(false);
        if (outcome.Exception is not GraphAuthenticationException || call.TokenWasReplaced)
        {
            return outcome;
        }

        // Rejected before processing. The token may have been rotated since it was taken; one that is no other would be refused again.
        call.TokenWasReplaced = true;
        string another = await AccessTokens.GetAsync(Account, services.Tokens, token, cancellationToken).ConfigureAwait(false);
        if (another == token)
        {
            return outcome;
        }

        Log.TokenReplaced(services.Logger, call.Method, call.Path);
        call.Attempts++;
        return await ExchangeAsync(call, another, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask PaceAsync(GraphCall call, PacingOptions pacing, CancellationToken cancellationToken)
    {
        TimeSpan waited = await services.Pacer.WaitAsync(pacing, call.Account.RequirePhoneNumberId(), call.To, cancellationToken).ConfigureAwait(false);
        call.Paced += call.Attempts == 0 ? TimeSpan.Zero : waited;
        Telemetry.Paced(waited);
    }

    private async ValueTask<Outcome<object>> ExchangeAsync<TAnswer>(GraphCall<TAnswer> call, string token, CancellationToken cancellationToken)
        where TAnswer : class
    {
        GraphAccount account = call.Account;
        string? proof = account.AppSecret is { Length: > 0 } secret ? _proof.Get(token, secret) : null;
        call.Redaction = new Redaction(token, account.AppSecret, proof, call.To.Value);
        GraphContent? content = call.Body is null ? null : new GraphContent(call.Body);
        using HttpRequestMessage request = new(call.Method, account.Resolve(call.Path, proof)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        // The deadline goes off for either reason; the caller's token tells which.
        using CancellationTokenSource deadline = new(account.Options.Timeout, services.Time);
        using CancellationTokenRegistration linked = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline);
        long started = services.Time.GetTimestamp();
        try
        {
            using HttpClient client = services.CreateHttpClient();
            using HttpResponseMessage response = await client.SendAsync(request, deadline.Token).ConfigureAwait(false);
            byte[] body = await response.Content.ReadAsByteArrayAsync(deadline.Token).ConfigureAwait(false);
            _usage.Observe(response.Headers);
            call.LastStatus = response.StatusCode;
            Outcome<object> outcome = response.IsSuccessStatusCode
                ? GraphOutcome.Accepted(call, response, body)
                : Outcome.FromException<object>(GraphOutcome.Refused(call, response, body, services.Time));
            Report(call, started, (int)response.StatusCode, outcome.Exception);
            return outcome;
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            Telemetry.Exchanged(call, services.Time.GetElapsedTime(started), null, exception);
            return Outcome.FromException<object>(call.IsSend && content is { WritingBegan: true }
                ? new SendCanceledException(exception, cancellationToken)
                : new OperationCanceledException(exception.Message, exception, cancellationToken));
        }
        catch (Exception exception) when (GraphOutcome.IsUnanswered(exception, content))
        {
            GraphException failure = GraphOutcome.Unanswered(call, exception, content, deadline.IsCancellationRequested);
            Report(call, started, null, failure);
            return Outcome.FromException<object>(failure);
        }
    }

    private void Report(GraphCall call, long started, int? status, Exception? failure)
    {
        TimeSpan elapsed = services.Time.GetElapsedTime(started);
        Telemetry.Exchanged(call, elapsed, status, failure);
        if (status is int code)
        {
            Log.Answered(services.Logger, call.Method, call.Path, code, elapsed.TotalMilliseconds);
        }
        else
        {
            Log.Unanswered(services.Logger, failure!, call.Method, call.Path, elapsed.TotalMilliseconds);
        }
    }
}
