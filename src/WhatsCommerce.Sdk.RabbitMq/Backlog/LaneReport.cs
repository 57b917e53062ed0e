namespace WhatsCommerce.Webhooks;

/// <summary>What an instance holds of a lane.</summary>
internal sealed class LaneReport
{
    public DeliveryLane Lane { get; init; }
    public int Events { get; init; }
    public int Conversations { get; init; }
    public int Leased { get; init; }
    public long OldestMilliseconds { get; init; }
}
