namespace WhatsCommerce.Catalogs;

/// <summary>The JSON of the response to <c>items_batch</c>: at most one handle, and items that are already known to be invalid.</summary>
internal sealed record ItemsBatchResponse(IReadOnlyList<string>? Handles, IReadOnlyList<ItemValidationStatus>? ValidationStatus)
    : IGraphResponse
{
    bool IGraphResponse.IsComplete => Handles is not null || ValidationStatus is not null;
}

internal sealed record ItemValidationStatus(
    RetailerId RetailerId, IReadOnlyList<ItemMessage>? Errors, IReadOnlyList<ItemMessage>? Warnings);

internal sealed record ItemMessage(string? Message);
