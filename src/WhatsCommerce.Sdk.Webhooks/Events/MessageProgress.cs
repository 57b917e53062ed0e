namespace WhatsCommerce.Webhooks;

/// <summary>Represents the progress of a message and its time, as calculated by <see cref="MessageStatus.Advance"/>.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MessageProgress
{
    /// <summary>Initializes an instance.</summary>
    /// <param name="status">See <see cref="Status"/>.</param>
    /// <param name="since">See <see cref="Since"/>.</param>
    public MessageProgress(MessageStatus status, DateTimeOffset? since)
    {
        Status = status;
        Since = since;
    }

    /// <summary>The furthest status so far; absent initially.</summary>
    public MessageStatus Status { get; init; }

    /// <summary>The time of the status, by Meta's clock; <see langword="null"/> if unknown.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Returns the progress after another status, independent of the order in which statuses arrive.</summary>
    /// <remarks>
    /// The further status counts. For a repeated status (from several devices of a customer, or a redelivery) the earliest time counts; of
    /// two unknown ones, the later one.
    /// </remarks>
    /// <param name="status">A status of the same message, and in a group of the same participant.</param>
    /// <returns>This progress, or that of the status.</returns>
    public MessageProgress Advance(StatusEvent status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return Advance(status.Status, status.Timestamp);
    }

    /// <summary>Returns the progress after another status.</summary>
    /// <param name="status">The status.</param>
    /// <param name="time">The time of the status, by Meta's clock.</param>
    /// <returns>This progress, or that of the status.</returns>
    public MessageProgress Advance(MessageStatus status, DateTimeOffset? time)
    {
        if (status == Status)
        {
            return time < Since || Since is null ? new(status, time) : this;
        }

        bool isFurther = status.Rank == Status.Rank ? time > Since : status.Rank > Status.Rank;
        return isFurther ? new(status, time) : this;
    }
}
