namespace WhatsCommerce.Webhooks;

/// <summary>What happened to a multi-partner solution (<c>event</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/partner_solutions.</remarks>
public readonly record struct PartnerSolutionKind
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public PartnerSolutionKind(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>It was drafted, or offered to a partner.</summary>
    public static PartnerSolutionKind SolutionCreated { get; } = new("SOLUTION_CREATED");

    /// <summary>It changed.</summary>
    public static PartnerSolutionKind SolutionUpdated { get; } = new("SOLUTION_UPDATED");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "SOLUTION_CREATED" or "SOLUTION_UPDATED";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
