using WhatsCommerce.Testing.Judging.Flows;

namespace WhatsCommerce.Testing;

/// <summary>The flows of the account of the options; what their endpoints were asked is not kept.</summary>
internal sealed class FlowState(FlowBook book, EmulatedAccounts accounts)
{
    public IReadOnlyList<SavedFlow> Save() =>
    [
        .. book.Of(accounts.Main).Select(static flow => new SavedFlow(flow.Number, flow.Name, flow.Categories, flow.Status, flow.Preview)
        {
            EndpointUri = flow.EndpointUri,
            ApplicationId = flow.ApplicationId,
            Json = flow.Content?.Json,
        }),
    ];

    public void Restore(IReadOnlyList<SavedFlow> saved)
    {
        foreach (SavedFlow flow in saved)
        {
            FlowContent? content = null;
            if (flow.Json is not null && FlowManagementRules.Read(flow.Json, out content) is { } refusal)
            {
                throw new FormatException(refusal.Details);
            }

            book.Put(new(accounts.Main, flow.Id, flow.Name, flow.Categories)
            {
                Status = flow.Status,
                Preview = flow.Preview,
                EndpointUri = flow.EndpointUri,
                ApplicationId = flow.ApplicationId,
                Content = content,
            });
        }
    }
}
