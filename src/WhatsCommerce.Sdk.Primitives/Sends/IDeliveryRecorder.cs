namespace WhatsCommerce;

/// <summary>Records what statuses say of messages, for reports.</summary>
public interface IDeliveryRecorder
{
    /// <summary>Records a report. It may come again, before the send has returned, and about messages that are not known.</summary>
    /// <param name="report">The report.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether the message is known.</returns>
    ValueTask<bool> RecordAsync(DeliveryReport report, CancellationToken cancellationToken = default);
}
