namespace WhatsCommerce.Http;

/// <summary>The JSON of an answer that says no more than that it was done: <c>{"success": true}</c>.</summary>
internal sealed record SuccessAnswer(bool? Success) : IGraphAnswer
{
    bool IGraphAnswer.IsComplete => Success == true;
}
