using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Catalogs;

/// <summary>How far Meta is with a batch of items.</summary>
/// <remarks>An open value: a word that is not listed is kept. Source: Meta, <c>check_batch_request_status</c>, <c>status</c>.</remarks>
public readonly record struct BatchState
{
    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word; null or blank means absent.</param>
    public BatchState(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value.ToLowerInvariant();

    /// <summary>It waits.</summary>
    public static BatchState Scheduled { get; } = new("scheduled");

    /// <summary>It was handed over.</summary>
    public static BatchState Dispatched { get; } = new("dispatched");

    /// <summary>It is being worked on.</summary>
    public static BatchState Started { get; } = new("started");

    /// <summary>Done; single items may have failed all the same.</summary>
    public static BatchState Finished { get; } = new("finished");

    /// <summary>Given up by Meta.</summary>
    public static BatchState Canceled { get; } = new("canceled");

    /// <summary>Failed as a whole.</summary>
    public static BatchState Error { get; } = new("error");

    /// <summary>The word as Meta writes it, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a word.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of those above.</summary>
    public bool IsKnown => Value is "scheduled" or "dispatched" or "started" or "finished" or "canceled" or "error";

    /// <summary>Whether nothing more will come.</summary>
    public bool IsFinal => this == Finished || this == Canceled || this == Error;

    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word, such as <c>scheduled</c>.</param>
    public static implicit operator BatchState(string? value) => new(value);

    /// <summary>The word, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
