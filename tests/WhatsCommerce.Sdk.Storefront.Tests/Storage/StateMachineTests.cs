using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

public sealed class StateMachineTests
{
    [Fact]
    public void Cart_States_AreThoseOfTheDesign() => Assert.Equal(
        [
            (CartState.Open, CartState.Locked), (CartState.Open, CartState.Replaced), (CartState.Open, CartState.Expired),
            (CartState.Locked, CartState.Converted), (CartState.Locked, CartState.Replaced), (CartState.Locked, CartState.Expired),
        ],
        StorefrontStateMachines.Cart.Transitions);

    [Fact]
    public void Attempt_ThatHasEnded_CanOnlyBecomePaid() => Assert.All(
        (AttemptState[])[AttemptState.Failed, AttemptState.Expired, AttemptState.Cancelled],
        ended => Assert.Equal(
            [AttemptState.Paid],
            StorefrontStateMachines.Attempt.Transitions.Where(step => step.From == ended).Select(step => step.To)));

    [Fact]
    public void Attempt_Paid_IsFinal() =>
        Assert.DoesNotContain(StorefrontStateMachines.Attempt.Transitions, step => step.From == AttemptState.Paid);

    [Fact]
    public void Order_UnderReview_EndsPlacedOrCancelled() => Assert.Equal(
        [OrderState.Placed, OrderState.Cancelled],
        StorefrontStateMachines.Order.Transitions.Where(step => step.From == OrderState.NeedsReview).Select(step => step.To));

    [Fact]
    public void Machines_EveryState_CanBeReached()
    {
        Reach(StorefrontStateMachines.Cart);
        Reach(StorefrontStateMachines.Attempt);
        Reach(StorefrontStateMachines.Order);
        Reach(StorefrontStateMachines.Payment);
        Reach(StorefrontStateMachines.Refund);

        static void Reach<TState>(StateMachine<TState> machine)
            where TState : struct, Enum
        {
            HashSet<TState> reached = [machine.Start];
            while (machine.Transitions.Any(step => reached.Contains(step.From) && reached.Add(step.To)))
            {
            }

            Assert.Empty(Enum.GetValues<TState>().Except(reached));
        }
    }

    [Fact]
    public void Go_TransitionThatTheTableLacks_Throws() =>
        Assert.Throws<InvalidOperationException>(() => StorefrontStateMachines.Cart.Go(CartState.Expired, CartState.Open));

    [Fact]
    public void ToMermaid_Machine_DrawsEachTransition() => Assert.Equal(
        """
        stateDiagram-v2
            [*] --> Requested
            Requested --> Pending
            Requested --> Done
            Requested --> Failed
            Requested --> Unknown
            Pending --> Done
            Pending --> Failed
            Pending --> Unknown
            Unknown --> Pending
            Unknown --> Done
            Unknown --> Failed
        """,
        StorefrontStateMachines.Refund.ToMermaid());
}
