using Microsoft.Extensions.Logging;
using WhatsCommerce.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Brings the events of deliveries to the handlers of one endpoint, each customer's in order, different customers' side by side.</summary>
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
        _lanes = new(endpoint.Name);
        _services = services;
        _handlers = [.. endpoint.Handlers];
        _time = services.Time;
        _logger = services.Logger;
        _room = new(services.Time);
        _deadLetters = new(services);
        _runner = new(services, _room, leases, new(services, [.. endpoint.Behaviors]), new(services, _deadLetters));
    }

    public string EndpointName { get; }

    /// <summary>Runs every handler of every event. A failure holds back neither the other handlers nor, unless wanted, other events.</summary>
    /// <returns>The worst that happened.</returns>
    /// <exception cref="OperationCanceledException">The app stops; what had not begun did not run.</exception>
    public ValueTask<RunResult> DispatchAsync(Delivery delivery) => delivery.Events.Count switch
    {
        0 => new(RunResult.Done),

        // Most deliveries: all in the caller's own task.
        1 => RunInTurnAsync(delivery, 0, _lanes.Enter(delivery.Events[0], delivery.Options.CustomerScope)),
        _ => RunSideBySideAsync(delivery),
    };

    /// <summary>Whether a handler, or the one of that name, takes the event.</summary>
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

    /// <summary>Keeps an authentic body that is no delivery.</summary>
    public async ValueTask<RunResult> KeepUnreadableAsync(ReadOnlyMemory<byte> body, WebhookParseError error) =>
        await _deadLetters.TryKeepAsync(EndpointName, body, error).ConfigureAwait(false) ? RunResult.Done : RunResult.StoreFailed;

    /// <summary>A task for each event, so that a handler which blocks its thread does not hold back the customers after it.</summary>
    private async ValueTask<RunResult> RunSideBySideAsync(Delivery delivery)
    {
        Turn[] turns = _lanes.Enter(delivery.Events, delivery.Options.CustomerScope);
        Task<RunResult>[] runs = new Task<RunResult>[turns.Length];
        for (int i = 1; i < runs.Length; i++)
        {
            int index = i;
            runs[index] = Task.Run(() => RunInTurnAsync(delivery, index, turns[index]).AsTask(), CancellationToken.None);
        }

        // The first one in the caller's own.
        runs[0] = RunInTurnAsync(delivery, 0, turns[0]).AsTask();
        RunResult[] results = await Task.WhenAll(runs).ConfigureAwait(false);
        return results.Max();
    }

    private async ValueTask<RunResult> RunInTurnAsync(Delivery delivery, int index, Turn turn)
    {
        try
        {
            bool isTaken = Takes(delivery.HandlerName, delivery.Events[index]);
            RunResult result = !isTaken ? await PassOverAsync(delivery, index, turn.Identity).ConfigureAwait(false)
                : turn.Before is { } before && !await _room.WaitAsync(before, delivery, turn).ConfigureAwait(false) ? GiveWay(delivery, index)
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
            _lanes.Leave(turn);
        }
    }

    /// <summary>Runs the handlers of an event one after the other, in the order in which they were registered.</summary>
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
                RunResult result = await _runner.RunAsync(handler, new(delivery, index, webhookEvent, turn, key, isLate)).ConfigureAwait(false);
                worst = result > worst ? result : worst;
            }
        }

        return worst;
    }

    /// <summary>Whether the event is older than the app wants, which is then counted. A dead letter is old, and somebody wants it to run.</summary>
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

    /// <summary>What no handler takes counts as handled; but what the parser could not make sense of is kept for a person to see.</summary>
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
                // Nobody tells it again.
                return await LearnAsync(delivery, index, customer).ConfigureAwait(false);
            default:
                if (_logger.IsEnabled(LogLevel.Debug))
                {
                    Log.EventWithoutHandler(_logger, webhookEvent.GetType().Name, webhookEvent.IdForLogs(), delivery.PlaceOf(index));
                }

                return RunResult.Done;
        }
    }

    /// <summary>An earlier event of the customer takes too long: this one does not run now, and comes again.</summary>
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
#pragma warning disable CA1031 // Whatever the identities throw: the delivery comes again.
        catch (Exception exception) when (!delivery.Stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
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
