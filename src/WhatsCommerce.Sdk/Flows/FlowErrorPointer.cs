namespace WhatsCommerce.Flows;

/// <summary>Represents the position of an error in the JSON of a flow.</summary>
/// <remarks>Source: Meta, flows/reference/flowsapi, creating a flow.</remarks>
public sealed record FlowErrorPointer
{
    /// <summary><c>path</c>, such as <c>screens[0].layout.children[0].type</c>.</summary>
    public string? Path { get; init; }

    /// <summary><c>line_start</c>, from 1.</summary>
    public int? LineStart { get; init; }

    /// <summary><c>line_end</c>: the last line.</summary>
    public int? LineEnd { get; init; }

    /// <summary><c>column_start</c>, from 1.</summary>
    public int? ColumnStart { get; init; }

    /// <summary><c>column_end</c>: the last column.</summary>
    public int? ColumnEnd { get; init; }
}
