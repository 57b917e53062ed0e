namespace WhatsCommerce.Testing;

/// <content>Recorded requests, webhooks and files: for live views, redelivery and assertions.</content>
public sealed partial class CloudApiEmulator
{
    /// <summary>
    /// Waits until the state of the local Cloud API changes, for live views. Changes caused only by time (a review that ends, a window
    /// that closes) do not count.
    /// </summary>
    /// <param name="seen">The last known version; with <see langword="null"/> the method does not wait.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The current version.</returns>
    public Task<EmulatorRevisions> WhenChangedAsync(EmulatorRevisions? seen, CancellationToken cancellationToken = default) =>
        _parts.Changes.WaitAsync(seen, cancellationToken);

    /// <summary>Returns the requests and webhooks that changed after a revision, for live views of the traffic.</summary>
    /// <param name="revision">The revision of the last call; 0 for all recorded traffic.</param>
    public EmulatedTraffic TrafficSince(long revision)
    {
        IReadOnlyList<RecordedRequest> requests = [];
        IReadOnlyList<RecordedDelivery> deliveries = [];
        (ITraffic[] changed, long now) = _parts.Traffic.Since<ITraffic>(revision, () =>
        {
            requests = _parts.Requests.Items;
            deliveries = _parts.Deliveries.Items;
            return [.. requests, .. deliveries];
        });
        return new()
        {
            Requests = [.. changed.OfType<RecordedRequest>()],
            Deliveries = [.. changed.OfType<RecordedDelivery>()],
            Revision = now,
            Oldest = Math.Min(
                requests is [var request, ..] ? request.Number : long.MaxValue,
                deliveries is [var delivery, ..] ? delivery.Number : long.MaxValue),
        };
    }

    /// <summary>Deletes all recorded requests and webhooks; pending webhooks are still delivered.</summary>
    public void ClearTraffic()
    {
        _parts.Requests.Clear();
        _parts.Deliveries.Clear();
        _parts.Changes.Traffic();
    }

    /// <summary>Finds a file that the app uploaded or a customer sent.</summary>
    /// <param name="id">The id of the file.</param>
    /// <returns>The file, or <see langword="null"/> if it does not exist or was discarded.</returns>
    public EmulatedMedia? FindMedia(MediaId id) => id.HasValue ? _parts.Media.Find(id.Value) : null;

    /// <summary>
    /// Sends the same bytes of a webhook again, after the webhooks that are already waiting, with retries if it fails. Faults do not apply
    /// to it.
    /// </summary>
    /// <param name="delivery">The delivery to repeat, one of <see cref="Deliveries"/> in any state.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; it is still sent.</param>
    /// <returns>The new delivery, after the callback has accepted it or it was given up.</returns>
    /// <exception cref="InvalidOperationException">No callback is connected, or the app is not subscribed to the account.</exception>
    public Task<RecordedDelivery> RedeliverAsync(RecordedDelivery delivery, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return RedeliverAsync(delivery, delivery.ToPending(), cancellationToken);
    }

    /// <summary>
    /// Sends a different, signed body instead of a webhook's, for example an edited one to test rare or malformed webhooks. It is delivered
    /// like <see cref="RedeliverAsync(RecordedDelivery, CancellationToken)"/>.
    /// </summary>
    /// <param name="delivery">The original webhook, which determines the number and with it the callback.</param>
    /// <param name="body">The JSON object to post, as UTF-8; at most 3 MB, like Meta's webhooks.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; it is still sent.</param>
    /// <returns>The new delivery, after the callback has accepted it or it was given up.</returns>
    /// <exception cref="ArgumentException">The body is not a JSON object, or too large.</exception>
    /// <exception cref="InvalidOperationException">No callback is connected, or the app is not subscribed to the account.</exception>
    public Task<RecordedDelivery> RedeliverAsync(
        RecordedDelivery delivery, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        if (body.Length > WebhookBody.MaxBytes)
        {
            throw new ArgumentException("The body is too large: Meta's webhooks have at most 3 MB.", nameof(body));
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind is not JsonValueKind.Object)
            {
                throw new ArgumentException("The body must be a JSON object.", nameof(body));
            }
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"The body is not JSON: {exception.Message}", nameof(body), exception);
        }

        return RedeliverAsync(delivery, delivery.ToPending() with { Body = body.ToArray() }, cancellationToken);
    }

    private async Task<RecordedDelivery> RedeliverAsync(
        RecordedDelivery delivery, PendingWebhook content, CancellationToken cancellationToken)
    {
        RecordedDelivery again = _parts.Sender.EnqueueAgain(content, delivery.From)
            ?? throw new InvalidOperationException("There is no callback to deliver to: connect one with ConnectWebhookAsync first.");
        await again.Finished.WaitAsync(cancellationToken).ConfigureAwait(false);
        return again;
    }

    /// <summary>
    /// Asserts that the app has made no error so far: every request was accepted, except those with an injected fault, and every completed
    /// webhook was finally accepted. First wait until nothing is in progress (<see cref="WhenDeliveredAsync"/>).
    /// </summary>
    /// <exception cref="EmulatorAssertionException">There were errors; the exception lists the first ten.</exception>
    public void AssertNoErrors()
    {
        const int Most = 10;
        string[] problems =
        [
            .. Requests.Where(request => !request.IsAccepted && request.Fault is null).Select(request => $"refused: {request}"),
            .. Deliveries.Where(delivery => delivery.State is DeliveryState.GivenUp).Select(delivery => $"webhook {delivery}"),
        ];
        if (problems.Length > 0)
        {
            string more = problems.Length > Most
                ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" ... and {problems.Length - Most} more")
                : "";
            throw new EmulatorAssertionException($"There were errors: {string.Join("; ", problems.Take(Most))}{more}");
        }
    }
}
