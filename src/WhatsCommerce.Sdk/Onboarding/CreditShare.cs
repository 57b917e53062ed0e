namespace WhatsCommerce.Onboarding;

/// <summary>Represents a line of credit that is shared with an account by <see cref="OnboardingClient.ShareCreditLineAsync"/>.</summary>
/// <remarks>
/// It is in use when <see cref="FundingId"/> equals the <see cref="BusinessAccount.PrimaryFundingId"/> of the account. Source: Meta,
/// solution-providers/share-and-revoke-credit-lines.
/// </remarks>
public sealed record CreditShare : IGraphResponse
{
    internal const string Fields = "id,receiving_credential{id},receiving_business,request_status";

    /// <summary>The id of the allocation, with which it is read and revoked.</summary>
    public string? Id { get; init; }

    /// <summary><c>request_status</c>: <c>DELETED</c> once it is revoked.</summary>
    public string? RequestStatus { get; init; }

    /// <summary><c>receiving_business</c>: the business that it is shared with.</summary>
    public OwningBusiness? ReceivingBusiness { get; init; }

    /// <summary><c>receiving_credential.id</c>: the id of the credit at the receiving account.</summary>
    public string? FundingId => ReceivingCredential?.Id;

    [System.Text.Json.Serialization.JsonInclude]
    internal ReceivingCredential? ReceivingCredential { get; init; }

    bool IGraphResponse.IsComplete => Id is { Length: > 0 };
}

internal sealed record ReceivingCredential(string? Id);
