namespace WhatsCommerce;

/// <summary>Records delivery statuses of messages, for reports.</summary>
public interface IDeliveryRecorder
{
    /// <summary>Records a report. Reports may be repeated, arrive before the send has returned, and be about unknown messages.</summary>
    /// <param name="report">The report.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether the message is known.</returns>
    ValueTask<bool> RecordAsync(DeliveryReport report, CancellationToken cancellationToken = default);
}
