namespace WhatsCommerce.Groups;

/// <summary>Represents a request to join that could not be approved or rejected.</summary>
public sealed record JoinRequestFailure
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>The reasons, such as 131203: the customer has not accepted Meta's terms.</summary>
    public required IReadOnlyList<GraphError> Errors { get; init; }

    /// <summary>Returns the errors; the id contains the phone number of a customer.</summary>
    public override string ToString() => string.Join("; ", Errors);
}
