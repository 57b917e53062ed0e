namespace WhatsCommerce.Emulator;

/// <summary>The call actions of a customer on the page.</summary>
internal static class CallActions
{
    /// <summary>Performs an action, or returns <see langword="null"/> when it is not about calls.</summary>
#pragma warning disable MA0022 // There is no task: null says that it is another action.
    public static Task<MessageId>? Find(EmulatedCustomer customer, ActionJson action) => action.Type switch
    {
        "allow-calls" => customer.AllowCallsAsync(action.MessageId, action.IsPermanent, CancellationToken.None),
        "decline-calls" => customer.DeclineCallsAsync(action.MessageId, CancellationToken.None),
        "revoke-calls" => customer.RevokeCallPermissionAsync(CancellationToken.None),
        "call" => WithoutMessage(customer.CallAsync(action.MessageId, cancellationToken: CancellationToken.None)),
        "answer-call" => WithoutMessage(Current(customer).AnswerAsync(CancellationToken.None)),
        "decline-call" => WithoutMessage(Current(customer).DeclineAsync(CancellationToken.None)),
        "hang-up" => WithoutMessage(Current(customer).HangUpAsync(CancellationToken.None)),
        _ => null,
    };
#pragma warning restore MA0022

    private static EmulatedCall Current(EmulatedCustomer customer) =>
        customer.Call ?? throw new PageProblemException("The call is over already.");

    // An action that fails immediately throws here, so that the page shows the error.
    private static Task<MessageId> WithoutMessage(Task acting)
    {
        if (acting.IsFaulted)
        {
            return Task.FromException<MessageId>(acting.Exception.InnerException!);
        }

        return Finish(acting);

        static async Task<MessageId> Finish(Task acting)
        {
            await acting.ConfigureAwait(false);
            return default;
        }
    }
}
