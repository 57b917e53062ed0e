namespace WhatsCommerce.Webhooks;

/// <summary>The events of a lane that an instance has.</summary>
internal sealed class LaneReport
{
    public DeliveryLane Lane { get; init; }
    public int Events { get; init; }
    public int Conversations { get; init; }
    public int Leased { get; init; }
    public long OldestMilliseconds { get; init; }
}
