namespace WhatsCommerce.Groups;

/// <summary>A request to join that could not be approved or rejected.</summary>
public sealed record JoinRequestFailure
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>Why, such as 131203: the customer has not accepted Meta's terms.</summary>
    public required IReadOnlyList<GraphError> Errors { get; init; }

    /// <summary>The errors; the id holds the number of a customer.</summary>
    public override string ToString() => string.Join("; ", Errors);
}
