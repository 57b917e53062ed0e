namespace WhatsCommerce.Webhooks;

/// <summary>
/// Dispatches the events of deliveries to the handlers of one endpoint: the events of a customer in order, different customers in parallel.
/// </summary>
internal sealed class EventDispatcher
{
    private readonly HandlerRegistration[] _handlers;
    private readonly CustomerLanes _lanes;
    private readonly ProcessingServices _services;
    private readonly WaitingRoom _room;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly DeadLetterWriter _deadLetters;
    private readonly HandlerRunner _runner;

    public EventDispatcher(EndpointRegistration endpoint, ProcessingServices services, LeaseKeeper leases)
    {
        EndpointName = endpoint.Name;
        UsesQueue = endpoint.UsesQueue;
        UsesTenants = endpoint.UsesTenants;
        if (!UsesTenants && endpoint.Handlers.FirstOrDefault(one => one is BoundHandler { NeedsTenants: true }) is { } bound)
        {
            throw new InvalidOperationException(
                $"The handler \"{bound.Name}\" is bound to tenants, and its endpoint has none: call UseTenants on the builder of the "
                + "webhooks.");
        }

        _lanes = new(endpoint.Name);
        _services = services;
        _handlers = [.. endpoint.Handlers];
        _time = services.Time;
        _logger = services.Logger;
        _room = new(services.Time);
        _deadLetters = new(services);
        _runner = new(
            services, _room, leases, new(services, [.. endpoint.Behaviors]), new(services, _deadLetters), endpoint.UsesTenants);
    }

    public string EndpointName { get; }

    /// <summary>Gets a value indicating whether deliveries are stored in a queue and answered before they are handled.</summary>
    public bool UsesQueue { get; }

    /// <summary>Gets a value indicating whether each event belongs to a tenant of the app's directory.</summary>
    public bool UsesTenants { get; }

    /// <summary>
    /// Runs all handlers of all events. A failure stops neither the other handlers nor, unless the option is set, other events.
    /// </summary>
    /// <returns>The worst result.</returns>
    /// <exception cref="OperationCanceledException">The app stops; handlers that had not started did not run.</exception>
    public ValueTask<RunResult> DispatchAsync(Delivery delivery) => delivery.Events.Count switch
    {
        0 => new(RunResult.Done),

        // The common case runs in the caller's own task.
        1 => RunInTurnAsync(delivery, 0, _lanes.Enter(delivery.Events[0], delivery.Options.CustomerScope), _lanes),
        _ => RunSideBySideAsync(delivery),
    };

    /// <summary>
    /// Runs all handlers of events from a delivery queue, one after the other. The queue has already ordered them: two conversations of one
    /// customer, on two numbers, do not wait for each other.
    /// </summary>
    /// <returns>The worst result. After an event that is not done, later events do not run.</returns>
    /// <exception cref="OperationCanceledException">The app stops; handlers that had not started did not run.</exception>
    public async ValueTask<RunResult> DispatchQueuedAsync(Delivery delivery)
    {
        CustomerLanes lanes = new(EndpointName);
        RunResult result = RunResult.Done;
        for (int i = 0; i < delivery.Events.Count && result == RunResult.Done; i++)
        {
            Turn turn = lanes.Enter(delivery.Events[i], delivery.Options.CustomerScope);
            result = await RunInTurnAsync(delivery, i, turn, lanes).ConfigureAwait(false);
        }

        return result;
    }

    /// <summary>Determines whether any handler, or the handler of the given name, takes the event.</summary>
    public bool Takes(string? handlerName, WebhookEvent webhookEvent)
    {
        OfferedEvent offered = new(webhookEvent, _handlers, handlerName);
        foreach (HandlerRegistration handler in _handlers)
        {
            if (offered.For(handler) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Keeps an authentic body that is not a webhook notification as a dead letter.</summary>
    public async ValueTask<RunResult> KeepUnreadableAsync(ReadOnlyMemory<byte> body, WebhookParseError error) =>
        await _deadLetters.TryKeepAsync(EndpointName, body, error).ConfigureAwait(false) ? RunResult.Done : RunResult.StoreFailed;

    /// <summary>Starts a task for each event, so that a handler that blocks its thread does not delay other customers' events.</summary>
    private async ValueTask<RunResult> RunSideBySideAsync(Delivery delivery)
    {
        Turn[] turns = _lanes.Enter(delivery.Events, delivery.Options.CustomerScope);
        Task<RunResult>[] runs = new Task<RunResult>[turns.Length];
        for (int i = 1; i < runs.Length; i++)
        {
            int index = i;
            runs[index] = Task.Run(() => RunInTurnAsync(delivery, index, turns[index], _lanes).AsTask(), CancellationToken.None);
        }

        // The first event runs in the caller's own task.
        runs[0] = RunInTurnAsync(delivery, 0, turns[0], _lanes).AsTask();
        RunResult[] results = await Task.WhenAll(runs).ConfigureAwait(false);
        return results.Max();
    }

    private async ValueTask<RunResult> RunInTurnAsync(Delivery delivery, int index, Turn turn, CustomerLanes lanes)
    {
        try
        {
            bool isTaken = Takes(delivery.HandlerName, delivery.Events[index]);
            RunResult result = !isTaken ? await PassOverAsync(delivery, index, turn.Identity).ConfigureAwait(false)
                : turn.Before is { } before && !await _room.WaitAsync(before, delivery, turn).ConfigureAwait(false)
                    ? GiveWay(delivery, index)
                : delivery.IsHeldBack(turn) ? HoldBack(delivery, index)
                : await RunHandlersAsync(delivery, index, turn).ConfigureAwait(false);
            if (result != RunResult.Done)
            {
                delivery.HoldBack(turn);
            }

            return result;
        }
        finally
        {
            _room.End(delivery, turn);
            lanes.Leave(turn);
        }
    }

    /// <summary>Runs the handlers of an event one after the other, in the order of registration.</summary>
    private async ValueTask<RunResult> RunHandlersAsync(Delivery delivery, int index, Turn turn)
    {
        OfferedEvent offered = new(delivery.Events[index], _handlers, delivery.HandlerName);
        string key = EventKeys.For(EndpointName, delivery.Events[index]);
        bool isLate = IsLate(delivery, delivery.Events[index]);
        RunResult worst = RunResult.Done;
        foreach (HandlerRegistration handler in _handlers)
        {
            if (offered.For(handler) is { } webhookEvent)
            {
                ReceivedEvent received = new(delivery, index, webhookEvent, turn, key, isLate);
                RunResult result = await _runner.RunAsync(handler, received).ConfigureAwait(false);
                worst = result > worst ? result : worst;
            }
        }

        return worst;
    }

    /// <summary>
    /// Determines whether the event is older than the app accepts, and counts it. A replayed dead letter is old, but somebody asked for it
    /// to run.
    /// </summary>
    private bool IsLate(Delivery delivery, WebhookEvent webhookEvent)
    {
        if (delivery.Options.MaxEventAge is not { } most || delivery.IsReplay || !EventAge.IsOver(most, webhookEvent, _time))
        {
            return false;
        }

        delivery.CountLate();
        Telemetry.Late(EndpointName, webhookEvent);
        return true;
    }

    /// <summary>
    /// Settles an event that no handler takes: it counts as handled, but a malformed event is kept as a dead letter for a person to look
    /// at.
    /// </summary>
    private async ValueTask<RunResult> PassOverAsync(Delivery delivery, int index, CustomerIdentity? customer)
    {
        WebhookEvent webhookEvent = delivery.Events[index];
        Telemetry.Unhandled(EndpointName, webhookEvent);
        switch (webhookEvent)
        {
            case UnknownEvent unknown:
                Log.UnknownEventWithoutHandler(_logger, unknown.Field, unknown.Type, unknown.IdForLogs(), delivery.PlaceOf(index));
                return RunResult.Done;
            case MalformedEvent malformed:
                Log.MalformedEventWithoutHandler(
                    _logger, malformed.Path, malformed.Reason, malformed.IdForLogs(), delivery.PlaceOf(index));
                return await _deadLetters.TryKeepAsync(EndpointName, malformed).ConfigureAwait(false)
                    ? RunResult.Done
                    : RunResult.StoreFailed;
            case SystemEvent when customer is { Previous: not null }:
                // A change of a customer's ids is recorded even without a handler, since Meta sends it only once.
                return await LearnAsync(delivery, index, customer).ConfigureAwait(false);
            default:
                if (_logger.IsEnabled(LogLevel.Debug))
                {
                    Log.EventWithoutHandler(_logger, webhookEvent.GetType().Name, webhookEvent.IdForLogs(), delivery.PlaceOf(index));
                }

                return RunResult.Done;
        }
    }

    /// <summary>Ends the wait for an earlier event of the customer: this event does not run now, and is redelivered.</summary>
    private RunResult GiveWay(Delivery delivery, int index)
    {
        WebhookEvent webhookEvent = delivery.Events[index];
        Log.CustomerBusy(_logger, webhookEvent.GetType().Name, webhookEvent.IdForLogs(), delivery.PlaceOf(index));
        return EndAll(delivery, webhookEvent, "in_progress", RunResult.InProgress);
    }

    private async ValueTask<RunResult> LearnAsync(Delivery delivery, int index, CustomerIdentity customer)
    {
        try
        {
            await _services.Identities.ResolveAsync(customer, delivery.Stopping).ConfigureAwait(false);
            return RunResult.Done;
        }
        catch (Exception exception) when (!delivery.Stopping.IsCancellationRequested)
        {
            // Whatever the identity store throws: Meta delivers the event again.
            Log.IdentitiesFailed(_logger, exception, delivery.Events[index].IdForLogs(), delivery.PlaceOf(index));
            return RunResult.StoreFailed;
        }
    }

    private RunResult HoldBack(Delivery delivery, int index)
    {
        WebhookEvent webhookEvent = delivery.Events[index];
        Log.HeldBack(_logger, webhookEvent.GetType().Name, webhookEvent.IdForLogs(), delivery.PlaceOf(index));
        return EndAll(delivery, webhookEvent, "held_back", RunResult.Failed);
    }

    private RunResult EndAll(Delivery delivery, WebhookEvent webhookEvent, string outcome, RunResult result)
    {
        OfferedEvent offered = new(webhookEvent, _handlers, delivery.HandlerName);
        foreach (HandlerRegistration handler in _handlers)
        {
            if (offered.For(handler) is { } taken)
            {
                Telemetry.Ended(EndpointName, handler.Name, taken, outcome);
            }
        }

        return result;
    }
}
