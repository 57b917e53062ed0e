namespace WhatsCommerce.Http;

/// <summary>The JSON of a response that contains only the success: <c>{"success": true}</c>.</summary>
internal sealed record SuccessAnswer(bool? Success) : IGraphAnswer
{
    bool IGraphAnswer.IsComplete => Success == true;
}
