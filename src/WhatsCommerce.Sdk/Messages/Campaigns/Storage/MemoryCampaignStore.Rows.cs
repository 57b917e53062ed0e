namespace WhatsCommerce.Messages;

/// <content>The stored data of each campaign and message.</content>
public sealed partial class MemoryCampaignStore
{
    private sealed class Campaign(DateTimeOffset createdAt)
    {
        public CampaignRecord Record { get; set; } = new() { State = CampaignState.Running, CreatedAt = createdAt };

        public Dictionary<string, Row> Rows { get; } = new(StringComparer.Ordinal);
        public HashSet<string> Persons { get; } = new(StringComparer.Ordinal);
    }

    private sealed class Row(string id, string send)
    {
        public string Id => id;

        public string Send { get; set; } = send;
        public CampaignMessageState State { get; set; }
        public Guid? Owner { get; set; }
        public DateTimeOffset LeaseUntil { get; set; }
        public DateTimeOffset ClaimedAt { get; set; }
        public int? ErrorCode { get; set; }
        public bool IsFallback { get; set; }
        public bool IsFallbackAfterFailure { get; private set; }
        public string? Message { get; set; }
        public DeliveryProgress Delivery { get; private set; }
        public int? DeliveryErrorCode { get; private set; }
        public DateTimeOffset ChangedAt { get; set; }

        public bool TryClaim(CampaignClaim claim)
        {
            bool isLeft = State == CampaignMessageState.Claimed && LeaseUntil <= claim.Now;
            if (isLeft && ClaimedAt <= claim.RetryAfter)
            {
                (State, Owner, ChangedAt) = (CampaignMessageState.Unknown, null, claim.Now);
                return false;
            }

            if (IsFallbackAfterFailure || (!isLeft && State != CampaignMessageState.Open))
            {
                return false;
            }

            Claim(claim, isLeft);
            return true;
        }

        public bool TryClaimFallback(CampaignClaim claim)
        {
            bool isLeft = State == CampaignMessageState.Claimed && LeaseUntil <= claim.Now && ClaimedAt > claim.RetryAfter;
            bool isDue = IsFallbackAfterFailure
                ? State == CampaignMessageState.Open || isLeft
                : State == CampaignMessageState.Sent && !IsFallback && Delivery == DeliveryProgress.Failed
                    && DeliveryErrorCode == GraphErrorCodes.OutsideCustomerServiceWindow && (Owner is null || LeaseUntil <= claim.Now);
            if (!isDue)
            {
                return false;
            }

            Claim(claim, isLeft);
            (IsFallback, IsFallbackAfterFailure, ErrorCode) = (true, true, null);
            (Delivery, DeliveryErrorCode) = (DeliveryProgress.None, null);
            return true;
        }

        private void Claim(CampaignClaim claim, bool isLeft)
        {
            ClaimedAt = isLeft ? ClaimedAt : claim.Now;
            (State, Owner, LeaseUntil, ChangedAt) = (CampaignMessageState.Claimed, claim.Owner, claim.LeaseUntil, claim.Now);
        }

        public void Record(DeliveryReport report)
        {
            if (State is CampaignMessageState.Open or CampaignMessageState.Claimed or CampaignMessageState.Unknown)
            {
                State = CampaignMessageState.Sent;
            }

            if (report.Progress > Delivery)
            {
                (Delivery, DeliveryErrorCode) = (report.Progress, report.ErrorCode);
            }

            ChangedAt = report.At;
        }

        public CampaignEntry ToEntry() => new()
        {
            Id = Id,
            State = State,
            ErrorCode = ErrorCode,
            IsFallback = IsFallback,
            IsFallbackAfterFailure = IsFallbackAfterFailure,
            Delivery = Delivery,
            DeliveryErrorCode = DeliveryErrorCode,
            ChangedAt = ChangedAt,
        };
    }
}
