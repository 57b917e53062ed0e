namespace WhatsCommerce.Catalogs;

/// <summary>The JSON of the answer to <c>items_batch</c>: a handle at most, and what is wrong with items already.</summary>
internal sealed record ItemsBatchAnswer(IReadOnlyList<string>? Handles, IReadOnlyList<ItemValidationStatus>? ValidationStatus)
    : IGraphAnswer
{
    bool IGraphAnswer.IsComplete => Handles is not null || ValidationStatus is not null;
}

internal sealed record ItemValidationStatus(
    RetailerId RetailerId, IReadOnlyList<ItemMessage>? Errors, IReadOnlyList<ItemMessage>? Warnings);

internal sealed record ItemMessage(string? Message);
