using System.Collections.Frozen;
using System.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Processes webhook deliveries independently of the host: verifies them, runs the handlers, and returns the response.</summary>
/// <remarks>
/// <para>Registered by <c>AddWhatsCommerceWebhooks</c>; <c>MapWhatsCommerceWebhooks</c> calls it in ASP.NET Core. A function or a queue
/// consumer calls it the same way: pass the raw bytes, answer <see cref="WebhookResponse.StatusCode"/>.</para>
/// <para>The guarantees:</para>
/// <list type="bullet">
/// <item>At-least-once handling: every authentic event reaches each of its handlers at least once, or is kept as a dead letter after
/// <see cref="WebhookOptions.MaxAttempts"/> attempts. 200 is answered only when every pair of event and handler is done or dead-lettered;
/// any other answer makes Meta deliver the whole batch again, for days.</item>
/// <item>Deduplication: once a handler completed and the <see cref="IWebhookStore"/> has recorded it, the handler does not run again for
/// the event for as long as the store remembers it. <see cref="MemoryWebhookStore"/>, the default, remembers for seven days or
/// <see cref="MemoryWebhookStoreOptions.Capacity"/> pairs, and not beyond the end of the process; several instances need a shared
/// store.</item>
/// <item>Leases: two runs of a handler for one event do not overlap as long as leases are renewed in time, which needs no thread-pool
/// thread. A run that lost its lease is canceled, and its result is ignored.</item>
/// <item>The effect of a handler and the record of its completion are two steps: after a crash between them the handler runs again.
/// <see cref="WebhookContext"/> has the key and the attempt, and allows the completion to be part of the handler's own transaction.</item>
/// <item>An attempt is counted before the handler runs, so an event that ends the process is dead-lettered in the end, too.</item>
/// <item>Order: the events of one customer are handled in the order in which this process received them, across all deliveries to the
/// endpoint, each by all its handlers, one after the other; so are the events of an account that have no customer. Different customers are
/// handled in parallel. Meta itself does not guarantee an order. A failure holds back nothing else, unless
/// <see cref="WebhookOptions.HoldBackCustomerAfterFailure"/> is set.</item>
/// <item>Bounded waiting: an event that cannot start within <see cref="WebhookOptions.WaitForOtherDelivery"/>, because of earlier events of
/// its customer, the concurrency limit or another claim, does not run, is answered 503, and is redelivered. A handler that never ends holds
/// back its customer and takes one of the <see cref="WebhookOptions.MaxConcurrency"/> slots; <see cref="LongRuns"/> lists it.</item>
/// <item>The statuses of messages settle the open sends of a registered <see cref="ISendLedger"/>, before the handlers run and even without
/// any.</item>
/// <item>With <c>UseDeliveryQueue</c> a delivery is answered 200 when it is stored, and handled from the queue, in order over all
/// instances: <see cref="IDeliveryQueue"/>.</item>
/// <item>A <see cref="MalformedEvent"/> without a handler, and an authentic body that cannot be read, are kept as dead letters at once; any
/// other event without a handler counts as handled.</item>
/// </list>
/// <para>A handler must not wait for a call of <c>ProcessAsync</c> with events of the customer that it handles: it would wait for
/// itself.</para>
/// <para>Source: Meta, webhooks/overview and webhooks/create-webhook-endpoint.</para>
/// </remarks>
public sealed partial class WebhookProcessor
{
    private static readonly WebhookResponse Handled = new(WebhookOutcome.Handled);
    private static readonly WebhookResponse Queued = new(WebhookOutcome.Queued);
    private static readonly WebhookResponse HandlerFailed = new(WebhookOutcome.HandlerFailed);
    private static readonly WebhookResponse InProgress = new(WebhookOutcome.InProgress);
    private static readonly WebhookResponse StoreFailed = new(WebhookOutcome.StoreFailed);
    private static readonly WebhookResponse Unreadable = new(WebhookOutcome.Unreadable);
    private static readonly WebhookResponse InvalidSignature = new(WebhookOutcome.InvalidSignature);
    private static readonly WebhookResponse Foreign = new(WebhookOutcome.Foreign);
    private static readonly WebhookResponse BodyTooLarge = new(WebhookOutcome.BodyTooLarge);

    private readonly FrozenDictionary<string, EventDispatcher> _endpoints;
    private readonly IOptionsMonitor<WebhookOptions> _options;
    private readonly ProcessingServices _services;
    private readonly SendResolver _sends;
    private readonly QueueIntake _intake;
    private readonly ILogger _logger;
    private readonly LeaseKeeper _leases;

    internal WebhookProcessor(
        IEnumerable<EndpointRegistration> endpoints, IOptionsMonitor<WebhookOptions> options, ProcessingServices services)
    {
        _leases = new(services);
        _endpoints = endpoints.ToFrozenDictionary(endpoint => endpoint.Name, endpoint => new EventDispatcher(endpoint, services, _leases));
        _options = options;
        _services = services;
        _sends = new(services);
        _intake = new(services);
        _logger = services.Logger;
    }

    /// <summary>Gets the names that were passed to <c>AddWhatsCommerceWebhooks</c>; the empty one is the endpoint without a name.</summary>
    public IReadOnlyCollection<string> EndpointNames => _endpoints.Keys;

    /// <summary>
    /// Gets the handlers that have been running for more than three times <see cref="WebhookOptions.Lease"/>, longest first: they may hang.
    /// Meanwhile other events of their customers are answered 503.
    /// </summary>
    /// <remarks>Each of them is also logged, and the health check counts them.</remarks>
    public IReadOnlyList<LongRun> LongRuns => _leases.LongRuns;

    /// <summary>Verifies a delivery, parses it, and runs every handler that is not done yet for every event in it.</summary>
    /// <param name="body">The raw body, exactly as received. Events hold slices of it, so do not reuse its memory.</param>
    /// <param name="signature">The header <see cref="WebhookSignature.HeaderName"/>; <see langword="null"/> when there is none.</param>
    /// <param name="options">The endpoint that received it, and the tenant in its URL; by default the endpoint without a name.</param>
    /// <param name="cancellationToken">
    /// A token that is passed to the handlers. Pass the host's stopping token, not the request's: Meta closes the connection after some
    /// seconds, while the processing continues.
    /// </param>
    /// <returns>The response. A failure of a handler is logged and reflected in the response; it does not throw.</returns>
    /// <exception cref="ArgumentException">There is no endpoint with that name.</exception>
    /// <exception cref="OptionsValidationException">The options of the endpoint are invalid; the message says which and how.</exception>
    /// <exception cref="OperationCanceledException">
    /// <paramref name="cancellationToken"/> was canceled before all handlers ran: answer anything but 200.
    /// </exception>
    public async Task<WebhookResponse> ProcessAsync(
        ReadOnlyMemory<byte> body,
        string? signature,
        WebhookRequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new WebhookRequestOptions();
        EventDispatcher endpoint = GetEndpoint(options.EndpointName ?? Options.DefaultName);
        WebhookOptions settings = _options.Get(endpoint.EndpointName);
        WebhookResponse? response = null;
        using Activity? activity = Telemetry.StartDelivery(endpoint.EndpointName);
        try
        {
            if (body.Length > settings.MaxBodyBytes)
            {
                Log.BodyTooLarge(_logger, endpoint.EndpointName.ForLogs(), body.Length, settings.MaxBodyBytes);
                return response = BodyTooLarge;
            }

            DeliveryProof? proof = await VerifyAsync(
                body, signature, settings, endpoint, options.TenantId, options.IsDevelopment, cancellationToken).ConfigureAwait(false);
            response = proof is null
                ? InvalidSignature
                : await ReceiveAsync(body, signature, proof, endpoint, settings, activity, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch (TenantLookupException exception)
        {
            TenantLog.NoResponse(_logger, exception, endpoint.EndpointName.ForLogs());
            return response = StoreFailed;
        }
        finally
        {
            Telemetry.FinishDelivery(activity, endpoint.EndpointName, response);
        }
    }

    /// <summary>
    /// Determines whether any handler, or the given one, takes an event. Returns <see langword="false"/> if the endpoint no longer exists.
    /// </summary>
    internal bool Takes(string endpointName, string? handlerName, WebhookEvent webhookEvent) =>
        _endpoints.TryGetValue(endpointName, out EventDispatcher? endpoint) && endpoint.Takes(handlerName, webhookEvent);

    /// <summary>Runs the events of a dead letter again. They were verified before they were kept.</summary>
    /// <exception cref="OperationCanceledException">The app stops, or the caller canceled the replay.</exception>
    internal ValueTask<RunResult> ReplayAsync(
        DeadLetter letter, IReadOnlyList<WebhookEvent> events, Replay replay, CancellationToken cancellationToken)
    {
        string name = letter.EndpointName;
        EventDispatcher endpoint = GetEndpoint(name);
        return endpoint.DispatchAsync(new(name, _options.Get(name), events, letter.Body.Length, replay, cancellationToken));
    }

    /// <summary>Runs an event from the delivery queue. It was verified before it was stored.</summary>
    /// <exception cref="OperationCanceledException">The app stops.</exception>
    internal async ValueTask<RunResult> RunQueuedAsync(LeasedEvent queued, CancellationToken stopping)
    {
        if (_services.Forwarding is { } forwarding && forwarding.Find(queued.EndpointName) is { } forward)
        {
            return await forwarding.RunAsync(forward, queued, stopping).ConfigureAwait(false);
        }

        string name = queued.EndpointName;
        EventDispatcher endpoint = GetEndpoint(name);
        WebhookOptions options = _options.Get(name);
        if (!WebhookParser.TryParse(queued.Body, out WebhookNotification? notification, out WebhookParseError? error))
        {
            Log.Unreadable(_logger, name.ForLogs(), queued.Body.Length, error.Kind, error.Position, error.Message);
            return await endpoint.KeepUnreadableAsync(queued.Body, error).ConfigureAwait(false);
        }

        IReadOnlyList<WebhookEvent> events = EventSplitter.Select(name, queued.EventKey, notification.Events);
        Delivery delivery = new(name, options, events, queued.Body.Length, replay: null, stopping) { IsQueued = true };
        RunResult told = await _sends.ResolveAsync(delivery).ConfigureAwait(false);
        RunResult ran = await endpoint.DispatchQueuedAsync(delivery).ConfigureAwait(false);
        LogLate(delivery);
        return told > ran ? told : ran;
    }

    private async ValueTask<WebhookResponse> ReceiveAsync(
        ReadOnlyMemory<byte> body,
        string? signature,
        DeliveryProof proof,
        EventDispatcher endpoint,
        WebhookOptions options,
        Activity? activity,
        CancellationToken cancellationToken)
    {
        string name = endpoint.EndpointName;
        if (!WebhookParser.TryParse(body, out WebhookNotification? notification, out WebhookParseError? error))
        {
            Log.Unreadable(_logger, name.ForLogs(), body.Length, error.Kind, error.Position, error.Message);
            return await endpoint.KeepUnreadableAsync(body, error).ConfigureAwait(false) == RunResult.Done ? Unreadable : StoreFailed;
        }

        Telemetry.Received(activity, name, notification.Events);
        IReadOnlyList<WebhookEvent> events =
            await AdmitAsync(notification.Events, proof, endpoint, cancellationToken).ConfigureAwait(false);
        bool isRefused = events.Count < notification.Events.Count && _services.Tenants.Foreign == ForeignEvents.Refuse;
        Delivery delivery = new(name, options, events, body.Length, replay: null, cancellationToken) { HasTenants = endpoint.UsesTenants };

        // Stored while the handlers run; it does not throw.
        Task forwarded = _services.Forwarding is { } forwarding && events.Count > 0
            ? forwarding.AcceptAsync(name, body, signature, events)
            : Task.CompletedTask;
        try
        {
            bool isWhole = events.Count == notification.Events.Count;
            WebhookResponse response = endpoint.UsesQueue && events.Count > 0
                ? ResponseTo(
                    await _intake.StoreAsync(body, isWhole, delivery, endpoint).ConfigureAwait(false), isRefused ? Foreign : Queued)
                : ResponseTo(await RunAsync(delivery, endpoint).ConfigureAwait(false), isRefused ? Foreign : Handled);
            Log.Delivered(_logger, name.ForLogs(), notification.Events.Count, body.Length, response.Outcome);
            return response;
        }
        finally
        {
            await forwarded.ConfigureAwait(false);
        }
    }

    private async ValueTask<RunResult> RunAsync(Delivery delivery, EventDispatcher endpoint)
    {
        RunResult told = await _sends.ResolveAsync(delivery).ConfigureAwait(false);
        RunResult ran = await endpoint.DispatchAsync(delivery).ConfigureAwait(false);
        LogLate(delivery);
        return told > ran ? told : ran;
    }

    /// <summary>Returns the events that the endpoint may handle: with tenants, those of a tenant that the proof covers.</summary>
    private async ValueTask<IReadOnlyList<WebhookEvent>> AdmitAsync(
        IReadOnlyList<WebhookEvent> events, DeliveryProof proof, EventDispatcher endpoint, CancellationToken cancellationToken)
    {
        if (!endpoint.UsesTenants || events.Count == 0)
        {
            return events;
        }

        IReadOnlyList<WebhookEvent> admitted =
            await _services.Tenants.AdmitAsync(events, proof, cancellationToken).ConfigureAwait(false);
        if (admitted.Count < events.Count)
        {
            int foreign = events.Count - admitted.Count;
            Telemetry.Foreign(endpoint.EndpointName, foreign);
            TenantLog.Foreign(_logger, endpoint.EndpointName.ForLogs(), foreign, events.Count, _services.Tenants.Foreign);
        }

        return admitted;
    }

    private static WebhookResponse ResponseTo(RunResult result, WebhookResponse done) => result switch
    {
        RunResult.Done => done,
        RunResult.InProgress => InProgress,
        RunResult.Failed => HandlerFailed,
        _ => StoreFailed,
    };

    private void LogLate(Delivery delivery)
    {
        if (delivery.LateEvents > 0)
        {
            Log.LateEvents(
                _logger,
                delivery.EndpointName.ForLogs(),
                delivery.LateEvents,
                delivery.Events.Count,
                delivery.Options.MaxEventAge,
                delivery.SkippedRuns);
        }
    }

    private EventDispatcher GetEndpoint(string endpointName) => _endpoints.TryGetValue(endpointName, out EventDispatcher? endpoint)
        ? endpoint
        : throw new ArgumentException(
            endpointName.Length == 0
                ? "There is no unnamed webhook endpoint: call AddWhatsCommerceWebhooks(section), or name one of those registered."
                : $"There is no webhook endpoint named \"{endpointName}\": call AddWhatsCommerceWebhooks(\"{endpointName}\", section).",
            nameof(endpointName));
}
