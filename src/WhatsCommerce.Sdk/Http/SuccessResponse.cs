namespace WhatsCommerce.Http;

/// <summary>The JSON of a response that contains only the success: <c>{"success": true}</c>.</summary>
internal sealed record SuccessResponse(bool? Success) : IGraphResponse
{
    bool IGraphResponse.IsComplete => Success == true;
}
